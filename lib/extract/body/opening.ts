/**
 * The standfirst: what stands between the headline and the body, or a first line of the body set apart by its markup,
 * or else the publisher's summary when the body does not say the same.
 */
import { classWords, STANDFIRST_WORDS } from '../class-words.ts';
import { isElement, type PageElement } from '../page-element.ts';
import { letters } from '../metadata/letters.ts';
import { endsSentence, weightOf } from '../text.ts';
import { isCorrection } from './notices.ts';
import { isStampLine, lineReason } from './lines.ts';
import { isMarkedCaption } from './unit-kind.ts';
import type { Unit } from './units.ts';
import { runsOf } from './runs.ts';
import { BYLINE_AGAIN, STAMP, type Verdict } from './verdict.ts';

export type OpeningInput = {
  /** Lines between the headline and the body. */
  readonly opening: readonly Unit[];
  readonly verdicts: readonly Verdict[];
  readonly headlines: readonly string[];
  readonly byline: readonly string[];
  readonly description: string | null;
  readonly language: string | null;
  /** Whether the page is a live blog: its key points stand above the posts. */
  readonly saysLiveBlog: boolean;
};

export type Opening = {
  readonly standfirst: { readonly text: string; readonly from: 'page' | 'meta' } | null;
  /** Captions and paragraphs of the story that stand before the body's element. */
  readonly lead: readonly Unit[];
  /** The lines of the body that are the standfirst. */
  readonly fromBody: readonly Unit[];
};

export function readOpening(input: OpeningInput): Opening {
  const opening = readLines(input);
  const names = new Set(input.byline.map(letters));
  const inBody = new Set(input.verdicts.map(({ unit }) => unit.element));
  // The lead picture's; a line beside a picture may be the writer's own, and so the markup must say what it is.
  const captions = input.opening.filter(
    (unit) =>
      unit.kind === 'caption' &&
      isMarkedCaption(unit.element) &&
      !inBody.has(unit.element) &&
      lineReason(unit, new Set(), names) === null,
  );
  return { ...opening, lead: [...captions, ...opening.lead] };
}

function readLines(input: OpeningInput): Opening {
  const headlines = new Set(input.headlines.map(letters));
  const names = new Set(input.byline.map(letters));
  const lines = input.opening.filter(
    (unit) => lineReason(unit, headlines, names) === null && !isHeadline(unit.text, input.headlines),
  );
  const sentences = lines.filter(isSentence);
  // A few words will do where the markup calls them a standfirst.
  const kept =
    sentences.length > 0
      ? sentences
      : lines.filter(({ text, element }) => isMarked(element) && text.length >= LEAST_MARKED);
  // A correction set above the story is no standfirst.
  const notices = new Set(kept.filter(({ text }) => isCorrection(text, input.language)));
  const first = kept.find((unit) => !notices.has(unit));
  if (first) {
    const listed = first.kind === 'list-item' ? kept.filter(({ kind }) => kind === 'list-item') : [first];
    const text = listed.map((unit) => unit.text).join(' ');
    const rest = kept.filter(
      (unit) =>
        notices.has(unit) ||
        (!listed.includes(unit) &&
          ((unit.kind === 'paragraph' && unit.text.length >= 80) || (unit.kind === 'list-item' && input.saysLiveBlog))),
    );
    // Said once more at the front it is the same line; further down, the story says it too.
    const opens = input.verdicts.find(({ unit, dropped }) => dropped === null && unit.kind !== 'caption')?.unit;
    const repeated = opens !== undefined && letters(opens.text) === letters(text) ? [opens] : [];
    if (text.length <= 700) return { standfirst: { text, from: 'page' }, lead: rest, fromBody: repeated };
    return { standfirst: null, lead: kept.filter(({ kind }) => kind === 'paragraph'), fromBody: [] };
  }
  const lead = [...notices];
  const fromBody = setApart(input.verdicts, input.description);
  if (fromBody.length > 0)
    return { standfirst: { text: fromBody.map(({ text }) => text).join(' '), from: 'page' }, lead, fromBody };
  const summary = usableSummary(input.description, input.verdicts, input.headlines);
  return { standfirst: summary === null ? null : { text: summary, from: 'meta' }, lead, fromBody: [] };
}

/** Most of the words of one are in the other: the headline once more, with a section's name or in other words. */
function isHeadline(text: string, headlines: readonly string[]): boolean {
  const words = wordsOf(text);
  return headlines.some((headline) => {
    const other = wordsOf(headline);
    const common = [...words].filter((word) => other.has(word)).length;
    return (
      common >= 3 &&
      common >= Math.min(words.size, other.size) * 0.8 &&
      common >= Math.max(words.size, other.size) * 0.6
    );
  });
}

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

const LEAST_MARKED = 20;

/** Long enough to say something, which is less in scripts that write no spaces. */
const isSentence = ({ kind, text, embed }: Unit): boolean =>
  kind !== 'caption' &&
  kind !== 'table-row' &&
  !embed &&
  !isStampLine(text) &&
  weightOf(letters(text)) >= 20 &&
  (weightOf(text) >= 50 || endsSentence(text));

/** The body's first lines, when they are marked as a standfirst or are the summary set in markup of its own. */
function setApart(verdicts: readonly Verdict[], description: string | null): readonly Unit[] {
  const heading = verdicts.find(
    ({ unit, dropped }) =>
      dropped === 'above the first paragraph' && unit.kind === 'heading' && weightOf(unit.text) >= 60,
  );
  if (heading) return [heading.unit];
  const units = verdicts
    .filter(({ unit, dropped }) => dropped === null && unit.kind !== 'caption')
    .map(({ unit }) => unit);
  const [first, second] = units;
  if (!first || !second) return [];
  if (first.kind === 'list-item') {
    const after = units.findIndex(({ kind }) => kind !== 'list-item');
    const list = first.element.parent;
    return after > 0 && after <= 6 && list && isElement(list) && isMarked(list) ? units.slice(0, after) : [];
  }
  if (first.kind !== 'paragraph' || first.text.length > 700 || first.text.length < 30) return [];
  const isParted = verdicts
    .slice(
      verdicts.findIndex(({ unit }) => unit === first),
      verdicts.findIndex(({ unit }) => unit === second),
    )
    .some(({ dropped }) => dropped === BYLINE_AGAIN || dropped === STAMP);
  const isSummary = description !== null && letters(description) === letters(first.text);
  return isMarked(first.element) || (isSummary && !sameMarkup(first.element, second.element)) || isParted
    ? [first]
    : [];
}

/** Named as a standfirst itself, or by the element it fills. */
function isMarked(element: PageElement): boolean {
  let node: PageElement | null = element;
  while (node && node.chars <= element.chars) {
    if (classWords(node).some((word) => STANDFIRST_WORDS.has(word))) return true;
    node = node.parent && isElement(node.parent) ? node.parent : null;
  }
  return false;
}

const sameMarkup = (one: PageElement, other: PageElement): boolean =>
  one.name === other.name && one.parent === other.parent && one.attribs['class'] === other.attribs['class'];

/** The publisher's summary, unless it is cut off, names the site, or only repeats the headline or the body. */
function usableSummary(
  description: string | null,
  verdicts: readonly Verdict[],
  headlines: readonly string[],
): string | null {
  if (description === null || description.length < 40 || description.length > 500) return null;
  if (/(?:\.{3}|…|\[…\])\W*$/u.test(description)) return null;
  const bare = letters(description);
  if (headlines.some((headline) => letters(headline) === bare)) return null;
  const body = letters(
    verdicts
      .filter(({ dropped }) => dropped === null)
      .slice(0, 12)
      .map(({ unit }) => unit.text)
      .join(' '),
  );
  return body.includes(bare.slice(0, 80)) || overlap(description, verdicts) > 0.7 ? null : description;
}

/** The share of the summary's three-word runs found in the first lines of the body. */
function overlap(description: string, verdicts: readonly Verdict[]): number {
  const wanted = runsOf(description);
  if (wanted.size === 0) return 0;
  const got = runsOf(
    verdicts
      .filter(({ dropped }) => dropped === null)
      .slice(0, 12)
      .map(({ unit }) => unit.text)
      .join(' '),
  );
  return [...wanted].filter((run) => got.has(run)).length / wanted.size;
}
