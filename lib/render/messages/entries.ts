/**
 * The numbered part of an e-mail. Changes inside one passage are one entry with one redline; more than three additions
 * (or removals) are one entry too, with a sentence of each: a story that grows is told as "6 paragraphs added".
 */
import type { Change } from '../../change.ts';
import { linesOf, sentences } from './entry-lines.ts';
import { titleOf, type Group } from './entry-title.ts';
import { countBlocks } from '../../compare/phrases/nouns.ts';
import { plainRun } from '../../plain-text.ts';
import { INDENT, indented } from './redline.ts';
import { toldChanges, type Told } from '../../compare/phrases/told-changes.ts';

/** A title without its number, and its lines, set in. */
export type Entry = {
  readonly title: string;
  readonly lines: readonly string[];
};
const MOST_LISTED = 3;
const MOST_LINES_OF_A_LIST = 8;
export function entriesOf(alert: Told): readonly Entry[] {
  const alike = Map.groupBy(groupsOf(alert), (group) => nameOnly(group) ?? group);
  return [...alike.values()].flatMap(([group, ...others]) => {
    if (group === undefined) return [];
    if (isListed(group)) return [listEntry(group, alert)];
    const more = others.length === 0 ? [] : [`${INDENT}${sameInPlaces(others.length)}`];
    return [{ title: titleOf(group, alert), lines: [...linesOf(group[0], alert), ...more] }];
  });
}

/** A name put right wherever it stood is one entry. */
const nameOnly = ([first, ...others]: Group): string | null =>
  first.kind === 'name' && others.length === 0 ? JSON.stringify(first.facts) : null;

const sameInPlaces = (count: number): string => `The same in ${count} other ${count === 1 ? 'sentence' : 'sentences'}.`;

/** "Also (minor): 1 paragraph moved, 2 changes of wording." Null where every change has its entry. */
export function alsoLine(alert: Told): string | null {
  const passages = new Set(groupsOf(alert).flatMap((group) => group.map((change) => change.passage)));
  const rest = alert.comparison.changes.filter(
    (change) => change.severity === 'minor' && !passages.has(change.passage),
  );
  if (rest.length === 0) return null;
  const kinds = [...new Set(rest.map((change) => change.kind))];
  const counts = kinds.map((kind) =>
    countBlocks(
      rest.filter((change) => change.kind === kind),
      alert,
    ),
  );
  return `Also (minor): ${counts.join(', ')}.`;
}

function groupsOf(alert: Told): readonly Group[] {
  const changes = toldChanges(alert.comparison);
  // A long list takes in its minor members: one total says more than two.
  const listed = (['added', 'removed'] as const).filter(
    (kind) => changes.some((change) => change.kind === kind) && alikeOf(kind, alert).length > MOST_LISTED,
  );
  const groups = new Map<string | number, [Change, ...Change[]]>();
  const put = (key: string | number, change: Change): void => {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [change]);
    else group.push(change);
  };
  for (const change of changes) {
    const kind = listed.find((one) => one === change.kind);
    if (kind === undefined) put(change.passage, change);
    else if (!groups.has(kind)) for (const alike of alikeOf(kind, alert)) put(kind, alike);
  }
  return [...groups.values()];
}

/** As they stand in the article. */
const alikeOf = (kind: Change['kind'], { comparison }: Told): readonly Change[] =>
  comparison.changes
    .filter((change) => change.kind === kind && change.severity !== 'cosmetic')
    .toSorted((one, other) => placeOf(one) - placeOf(other));

const placeOf = ({ block }: Change): number => block.after ?? block.before ?? -1;

const isListed = (group: Group): boolean =>
  group.length > MOST_LISTED && group.every(({ kind }) => kind === 'added' || kind === 'removed');

function listEntry(group: Group, alert: Told): Entry {
  const sign = group[0].kind === 'added' ? '+' : '-';
  const shown = group.length > MOST_LINES_OF_A_LIST ? group.slice(0, MOST_LINES_OF_A_LIST - 1) : group;
  const lines = shown.flatMap((change) => {
    const [first = '', ...rest] = sentences((change.after ?? change.before ?? '').replace(/\n/u, ': '), alert);
    const more = rest.length === 0 ? '' : ` (and ${rest.length} more ${rest.length === 1 ? 'sentence' : 'sentences'})`;
    const [head = '', ...tail] = indented(`${plainRun(first).trim()}${more}`, `${INDENT}  `);
    return [`${INDENT}${sign} ${head.trimStart()}`, ...tail];
  });
  const left = group.length - shown.length;
  return {
    title: countBlocks(group, alert),
    lines: left === 0 ? lines : [...lines, `${INDENT}${sign} and ${left} more`],
  };
}
