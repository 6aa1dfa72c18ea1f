/** What the kinds of change are called. */
import type { ChangeKind, Fact } from '../../change.ts';

/** "2 figures", "headline": the count stands only where there can be several. */
export function countOf(kind: ChangeKind, count: number): string {
  const [one, many] = KIND_NAMES[kind];
  if (many === null) return one;
  return count === 1 ? one : `${count} ${many}`;
}

export const nameOfKind = (kind: ChangeKind): string => KIND_NAMES[kind][0];

/** ", with a quotation and figures": what a passage holds. */
export function holdsWords(kinds: readonly ChangeKind[], facts: readonly Fact[]): string {
  const words = kinds.map((kind) => {
    const [one, many] = KIND_NAMES[kind];
    const isMany = facts.filter((fact) => fact.kind === kind).length > 1;
    return isMany ? (many ?? one) : `${/^[aeiou]/u.test(one) ? 'an' : 'a'} ${one}`;
  });
  return words.length === 0 ? '' : `, with ${LIST.format(words)}`;
}
const LIST = new Intl.ListFormat('en-GB');

const KIND_NAMES = {
  headline: ['headline', null],
  standfirst: ['standfirst', null],
  byline: ['byline', null],
  figure: ['figure', 'figures'],
  quote: ['quotation', 'quotations'],
  attribution: ['attribution', 'attributions'],
  name: ['name', 'names'],
  claim: ['claim', 'claims'],
  correction: ['publisher’s notice', 'publisher’s notices'],
  added: ['added', 'added'],
  removed: ['removed', 'removed'],
  rewritten: ['rewritten', 'rewritten'],
  moved: ['moved', 'moved'],
  section: ['section heading', 'section headings'],
  wording: ['wording', 'changes of wording'],
  image: ['image', 'images'],
  caption: ['caption', 'captions'],
  link: ['link', 'links'],
  dates: ['date stamp', 'date stamps'],
  typography: ['typography', null],
  availability: ['availability', null],
} as const satisfies Record<ChangeKind, readonly [one: string, many: string | null]>;
