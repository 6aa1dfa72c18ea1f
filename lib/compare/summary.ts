/** One line for subject lines and texts: the two or three changes that matter most, facts first. */
import type { Change, ChangeKind, Fact, Figure } from '../change.ts';
import { nameOfOtherHeadline } from '../other-headline.ts';

/** `killed six → seven, injured 13 → 15; Townsend quote altered`. Empty when there is nothing to tell. */
export function summarise(changes: readonly Change[]): string {
  const phrases: { text: string; kind: ChangeKind }[] = [];
  for (const change of changes) {
    if (phrases.length >= MOST) break;
    if (change.severity === 'none' || (change.severity === 'cosmetic' && changes[0]?.severity !== 'cosmetic')) break;
    const text = COUNTED.has(change.kind) ? count(change.kind, changes) : phraseOf(change);
    // A name put right in three sentences is said once.
    if (!phrases.some((phrase) => phrase.text === text)) phrases.push({ kind: change.kind, text });
  }
  return phrases.reduce((line, phrase, index) => {
    if (index === 0) return phrase.text;
    // Figures belong together: "killed six → seven, injured 13 → 15".
    return `${line}${phrase.kind === 'figure' && phrases[index - 1]?.kind === 'figure' ? ', ' : '; '}${phrase.text}`;
  }, '');
}

const MOST = 3;

/** Kinds told by their number. */
const COUNTED: ReadonlySet<ChangeKind> = new Set([
  'added',
  'removed',
  'moved',
  'rewritten',
  'wording',
  'typography',
  'link',
  'caption',
  'image',
  'dates',
]);

const COUNTED_NOUNS: Readonly<Partial<Record<ChangeKind, readonly [one: string, many: string]>>> = {
  added: ['passage added', 'passages added'],
  removed: ['passage removed', 'passages removed'],
  moved: ['passage moved', 'passages moved'],
  rewritten: ['sentence rewritten', 'sentences rewritten'],
  wording: ['wording change', 'wording changes'],
  link: ['link changed', 'links changed'],
  caption: ['caption changed', 'captions changed'],
};

function count(kind: ChangeKind, changes: readonly Change[]): string {
  const all = changes.filter((change) => change.kind === kind && change.rule !== 'ignored');
  if (all.some((change) => change.rule === 'rewritten-article')) return 'article rewritten';
  if (kind === 'typography') return 'typography only';
  if (kind === 'image') return 'image changed';
  if (kind === 'dates')
    return all.some((change) => change.rule === 'published-day') ? 'publication day changed' : 'stamp changed';
  const [one, many] = COUNTED_NOUNS[kind] ?? ['change', 'changes'];
  return `${all.length} ${all.length === 1 ? one : many}`;
}

function phraseOf(change: Change): string {
  const fact = change.facts.find((one) => one.kind === change.kind);
  switch (change.kind) {
    case 'figure':
      return fact?.kind === 'figure' ? figurePhrase(fact) : 'figure changed';
    case 'quote':
      return quotePhrase(change, fact);
    case 'attribution':
    case 'name':
    case 'claim':
      return fact && fact.kind !== 'figure'
        ? wordsPhrase(change.kind, fact.before, fact.after)
        : `${change.kind} changed`;
    case 'correction':
      return `${noticeNoun(change)} ${change.before === null ? 'added' : change.after === null ? 'removed' : 'altered'}`;
    case 'headline':
      return change.rule === 'headline-other' ? `${nameOfOtherHeadline(change)} changed` : headlinePhrase(change);
    case 'standfirst':
      return 'standfirst changed';
    case 'byline':
      return `byline ${change.before ?? 'none'} → ${change.after ?? 'none'}`;
    case 'section':
      return `heading ${change.before === null ? 'added' : change.after === null ? 'removed' : 'changed'}`;
    default:
      return `${change.kind} changed`;
  }
}

/** The noun first, the qualifier where it stands: "killed at least six → seven"; "people 13 → at least 15". */
function figurePhrase({ before, after }: Extract<Fact, { kind: 'figure' }>): string {
  const noun = after?.noun ?? before?.noun ?? null;
  const lead = noun === null ? '' : `${noun} `;
  if (before === null || after === null) {
    const figure = before ?? after;
    if (figure === null) return 'figure changed';
    return `${full(figure)}${noun === null ? '' : ` ${noun}`} ${before === null ? 'added' : 'dropped'}`;
  }
  const second = before.qualifier === after.qualifier ? after.text : full(after);
  return `${lead}${full(before)} → ${second}`;
}

const full = ({ qualifier, text }: Figure): string => (qualifier === null ? text : `${qualifier} ${text}`);

function quotePhrase(change: Change, fact: Fact | undefined): string {
  const speaker = fact && fact.kind !== 'figure' ? fact.speaker : null;
  const whose = speaker ? `${speaker.trim().split(/\s+/u).at(-1)} quote` : 'quotation';
  if (change.rule === 'quote-marks') return `${whose}: marks changed`;
  return `${whose} ${fact?.before === null ? 'added' : fact?.after === null ? 'dropped' : 'altered'}`;
}

function wordsPhrase(kind: ChangeKind, before: string | null, after: string | null): string {
  const quoted = (words: string): string => (kind === 'name' ? words : `“${words}”`);
  if (before !== null && after !== null) return `${quoted(before)} → ${quoted(after)}`;
  if (before !== null) return `${quoted(before)} dropped`;
  return after === null ? `${kind} changed` : `${quoted(after)} added`;
}

const noticeNoun = (change: Change): string => (change.rule === 'correction-notice' ? 'correction' : 'update');

/** Short headlines are shown; a long one would fill the line. */
const headlinePhrase = (change: Change): string =>
  change.after !== null && change.after.length <= 60 ? `headline now “${change.after}”` : 'headline changed';
