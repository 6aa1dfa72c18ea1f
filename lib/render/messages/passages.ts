/** The numbered part of an e-mail: changes that stand in one passage are one entry, told by one redline. */
import { isAtLeast, type Change, type Comparison } from '../../change.ts';
import { plainLine } from './plain-text.ts';
import { redlineLines } from './redline.ts';

const INDENT = '   ';
const WIDTH = 78;

/** Entries for what is notable and up (for minor changes where nothing is), each a title and its lines. */
export function passageEntries(comparison: Comparison): readonly (readonly string[])[] {
  return groupByPassage(told(comparison)).map((changes, index) => entry(changes, index + 1));
}

/** Changes that are worth an entry of their own: the minor ones only where there is nothing above them. */
export function told(comparison: Comparison): readonly Change[] {
  const least = isAtLeast(comparison.severity, 'notable') ? 'notable' : 'minor';
  return comparison.changes.filter((change) => isAtLeast(change.severity, least));
}

function groupByPassage(changes: readonly Change[]): readonly (readonly [Change, ...Change[]])[] {
  const groups = new Map<number, [Change, ...Change[]]>();
  for (const change of changes) {
    const group = groups.get(change.passage);
    if (group === undefined) groups.set(change.passage, [change]);
    else group.push(change);
  }
  return [...groups.values()];
}

function entry(changes: readonly [Change, ...Change[]], number: number): readonly string[] {
  return [`${number}. ${entryTitle(changes)}`, ...redlineLines(changes[0].spans, INDENT, WIDTH)];
}

/** "Figures, under “Continued Fighting”"; "Quotation, Jim Townsend". */
function entryTitle(changes: readonly [Change, ...Change[]]): string {
  const names = [...new Set(changes.map(nameOf))];
  const speaker = changes.flatMap((change) =>
    change.facts.flatMap((fact) => (fact.kind !== 'figure' && fact.speaker ? [fact.speaker] : [])),
  )[0];
  const under = changes[0].block.under;
  const title = names.join(' and ');
  const where = speaker ? `, ${plainLine(speaker)}` : under ? `, under “${plainLine(under)}”` : '';
  return `${title.slice(0, 1).toUpperCase()}${title.slice(1)}${where}`;
}

function nameOf(change: Change): string {
  if (change.kind === 'figure') return change.facts.length > 1 ? 'figures' : 'figure';
  return KIND_NAMES[change.kind];
}

const KIND_NAMES = {
  headline: 'headline',
  standfirst: 'standfirst',
  byline: 'byline',
  figure: 'figure',
  quote: 'quotation',
  attribution: 'attribution',
  name: 'name',
  claim: 'claim',
  correction: 'correction notice',
  added: 'added',
  removed: 'removed',
  rewritten: 'rewritten',
  moved: 'moved',
  section: 'section heading',
  wording: 'wording',
  image: 'image',
  caption: 'caption',
  link: 'link',
  dates: 'publication day',
  typography: 'typography',
  availability: 'availability',
} as const satisfies Record<Change['kind'], string>;
