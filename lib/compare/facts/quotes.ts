import type { Range } from './ranges.ts';
import { SAYINGS } from './words/sayings.ts';

/** A quotation still open where a sentence ends: what the next sentence begins with. */
export type OpenQuote = {
  /** The mark that opened it. */
  readonly mark: string;
  readonly speaker: string | null;
};

/** A quotation, or the part of one that stands in this sentence. Only the outermost: those inside it are its words. */
export type FoundQuote = {
  /** With its marks. */
  readonly range: Range;
  /** Between its marks. */
  readonly words: Range;
  readonly opensHere: boolean;
  readonly closesHere: boolean;
  /** Who is quoted, where the text says; never a pronoun. */
  readonly speaker: string | null;
};

/**
 * The quotations of a sentence in any language's marks, and whether one is left open at its end. An apostrophe is no
 * quotation mark; “ closes what „ opened; » opens where nothing « is open.
 */
export function findQuotes(
  text: string,
  open: OpenQuote | null,
): { readonly quotes: readonly FoundQuote[]; readonly open: OpenQuote | null } {
  const dialogue = findDialogue(text, open);
  if (dialogue) return dialogue;
  const quotes: FoundQuote[] = [];
  const stack: { mark: string; at: number }[] = open && open.mark !== PAUSE ? [{ mark: open.mark, at: -1 }] : [];
  for (const { 0: mark, index } of text.matchAll(MARK)) {
    const role = roleOf(text, index, mark, stack.at(-1)?.mark ?? null);
    if (role === 'open') {
      // Each paragraph of a long quotation opens anew.
      const isContinued =
        stack.length === 1 &&
        stack[0]?.at === -1 &&
        text.slice(0, index).trim() === '' &&
        sameFamily(mark, stack[0].mark);
      if (isContinued) stack[0] = { mark, at: index };
      else if (stack.length < DEEPEST) stack.push({ mark, at: index });
    }
    if (role !== 'close') continue;
    const depth = stack.findLastIndex((entry) => closes(mark, entry.mark));
    const opened = stack[depth];
    if (!opened) continue;
    stack.length = depth;
    if (depth === 0) quotes.push(quoteOf(opened.at, opened.mark.length, index, mark.length));
  }
  const left = stack[0];
  if (!left || !staysOpen(left.mark, text, left.at)) return { quotes, open: open?.mark === PAUSE ? open : null };
  quotes.push({ ...quoteOf(left.at, left.mark.length, text.trimEnd().length, 0), closesHere: false });
  return { quotes, open: { mark: left.mark, speaker: open?.speaker ?? null } };
}

/**
 * Speech between dashes: “— We knew, — said the mayor. — We all did.” The paragraph opens with one, and the next that brings a verb
 * of saying ends what is spoken; the one after takes it up again, in a sentence of its own too. Without that verb it is a list.
 */
function findDialogue(text: string, open: OpenQuote | null): ReturnType<typeof findQuotes> | null {
  if (!/^[—–―]\s*[^\s—–―]/u.test(text)) return null;
  const quotes: FoundQuote[] = [];
  let spokenFrom: number | null = 0;
  for (const { index } of text.matchAll(/(?<=\s|[^\s\p{N}](?=.[\s.,]))[—–―]/gu)) {
    if (spokenFrom === null) spokenFrom = index;
    else if (isSaid(text.slice(index + 1, index + 1 + REACH_OF_SAYING))) {
      quotes.push(spokenBetween(text, spokenFrom, index));
      spokenFrom = null;
    }
  }
  const said = quotes.length === 0 ? commaBeforeSaying(text) : -1;
  if (said > 0)
    return { quotes: [spokenBetween(text, 0, said)], open: { mark: PAUSE, speaker: open?.speaker ?? null } };
  if (quotes.length === 0 && open?.mark !== DASH && open?.mark !== PAUSE) return null;
  if (spokenFrom !== null) quotes.push(spokenBetween(text, spokenFrom, text.length));
  return { quotes, open: { mark: spokenFrom === null ? PAUSE : DASH, speaker: open?.speaker ?? null } };
}

/** “– It is a hard decision, says the minister.”: Scandinavian speech ends with a comma and a verb of saying. */
const commaBeforeSaying = (text: string): number =>
  [...text.matchAll(/,(?=\s+(\p{Ll}+))/gu)].find(([, verb = '']) => SAID.has(verb))?.index ?? -1;

const DASH = '—';
/** What stands open where a sentence ended with who spoke: the paper speaks in the next, unless a dash takes it up again. */
const PAUSE = '— …';
const REACH_OF_SAYING = 60;

/** From its dash to where the next begins, or the sentence ends. */
function spokenBetween(text: string, from: number, to: number): FoundQuote {
  const end = from + text.slice(from, to).trimEnd().length;
  return { range: [from, end], words: [from + 1, end], opensHere: true, closesHere: true, speaker: null };
}

/** “сказал мэр”, “the mayor said”: a verb of saying among the first few words, none of them the first of a sentence. */
const isSaid = (text: string): boolean =>
  /^\s*\p{Ll}/u.test(text) && [...text.matchAll(/\p{L}+/gu)].slice(0, 3).some(([word]) => SAID.has(word.toLowerCase()));
const SAID: ReadonlySet<string> = new Set(
  [...SAYINGS.values()]
    .flatMap((rows) => [...rows].map(([phrase]) => phrase))
    .filter((phrase) => !phrase.includes(' ')),
);

const DEEPEST = 6;
const MARK = /''|’’|‘‘|[“”„‟«»‹›「」『』"'‘’‚‛〝〞〟＂]|``/gu;

const CLOSERS: ReadonlyMap<string, readonly string[]> = new Map([
  ['“', ['”', "''", '’’', '“']],
  ['”', ['”']],
  ['„', ['“', '”', '‟']],
  ['‟', ['”']],
  ['«', ['»']],
  ['»', ['«', '»']],
  ['‹', ['›']],
  ['›', ['‹', '›']],
  ['「', ['」']],
  ['『', ['』']],
  ['〝', ['〞', '〟']],
  ['"', ['"', '”', "''"]],
  ['＂', ['＂']],
  ['‘', ['’', '‘']],
  ['‛', ['’']],
  ['‚', ['‘', '’']],
  ["'", ["'"]],
  ['``', ["''"]],
  ['‘‘', ['’’']],
  ["''", ["''"]],
]);

const closes = (mark: string, opener: string): boolean => CLOSERS.get(opener)?.includes(mark) ?? false;
const sameFamily = (one: string, other: string): boolean => isSingle(one) === isSingle(other);
const isSingle = (mark: string): boolean => /^['‘’‚‛‹›]$/u.test(mark);

function quoteOf(openedAt: number, openLength: number, closedAt: number, markLength: number): FoundQuote {
  const opensHere = openedAt >= 0;
  return {
    range: [Math.max(openedAt, 0), closedAt + markLength],
    words: [opensHere ? openedAt + openLength : 0, closedAt],
    opensHere,
    closesHere: true,
    speaker: null,
  };
}

function roleOf(text: string, at: number, mark: string, top: string | null): 'open' | 'close' | null {
  const before = text.charAt(at - 1);
  const after = text.charAt(at + mark.length);
  // “The medium“: an opening mark where only a closing one can stand.
  if (mark === top && /^[“‘]$/u.test(mark)) return closesByPlace(before, after) ? 'close' : 'open';
  if (/^['‘’‛]$/u.test(mark)) return singleRole(text, at, mark, top);
  if (top !== null && closes(mark, top) && !(mark === '"' && opensByPlace(before, after) && at === 0)) return 'close';
  if (mark === '‚') return opensByPlace(before, after) ? 'open' : null;
  if (/^(?:[“„«‹「『〝‟]|``|‘‘)$/u.test(mark)) return 'open';
  if (/^(?:[”»›"＂]|'')$/u.test(mark)) return opensByPlace(before, after) ? 'open' : 'close';
  return 'close';
}

const opensByPlace = (before: string, after: string): boolean =>
  /^[\s([{—–\-:/>“„«‘'"]?$/u.test(before) && /^[^\s.,;:!?)\]}]$/u.test(after);

const closesByPlace = (before: string, after: string): boolean =>
  /^[\p{L}\p{N}.,!?…]$/u.test(before) && /^[\s.,;:!?)\]]?$/u.test(after);

/** An apostrophe stands between letters, after a plural’s s, or before a cut word (’90s, ’em). */
function singleRole(text: string, at: number, mark: string, top: string | null): 'open' | 'close' | null {
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  const isInside = /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after);
  if (isInside) return null;
  if (top !== null && closes(mark, top) && !/\s|^$/u.test(before)) {
    const isPossessive = before === 's' && /^\s\p{Ll}/u.test(text.slice(at + 1, at + 3)) && closesLater(text, at + 1);
    return isPossessive ? null : 'close';
  }
  if (mark === '’' || !opensByPlace(before, after)) return null;
  if (/^(?:\d\ds?|em|til|tis|twas|cause|n|round|bout)\b/iu.test(text.slice(at + 1, at + 7))) return null;
  return closesLater(text, at + 1) || mark === '‘' ? 'open' : null;
}

/** Whether a single mark that can close follows within reach. */
const closesLater = (text: string, from: number): boolean =>
  /[\p{L}\p{N}.,!?…”"][’'](?![\p{L}\p{N}])/u.test(text.slice(from, from + REACH));
const REACH = 400;

/** A mark left open runs on into the next sentence; a straight single one, or one before a lower-case word, was no quotation. */
function staysOpen(mark: string, text: string, at: number): boolean {
  if (mark === "'" || mark === '’') return false;
  return mark !== '‘' || at === -1 || /^["“]?\p{Lu}/u.test(text.slice(at + 1, at + 3));
}
