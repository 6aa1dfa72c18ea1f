/** Links on words that stayed: another host counts, the rest of the address does not. */
import type { Article, Link } from '../article.ts';
import { foldTypography } from '../typography.ts';
import { oneSidedSpans, type Told } from './told.ts';

/**
 * Compares the links of blocks that became one another, by the words they stand on. Changes of host are told one by one; all the
 * others, of which a redesign makes hundreds, in one.
 */
export function linkChanges(
  before: Article,
  after: Article,
  blocks: Iterable<readonly [before: number, after: number]>,
): Told[] {
  const told: Told[] = [];
  const small: Pick<Told, 'block' | 'before' | 'after'>[] = [];
  for (const [a, b] of blocks) {
    const [had, has] = [byWords(before.blocks[a]?.links), byWords(after.blocks[b]?.links)];
    for (const words of new Set([...had.keys(), ...has.keys()])) {
      const [from, to] = [had.get(words) ?? null, has.get(words) ?? null];
      if (from === to || !standsIn(words, before, a) || !standsIn(words, after, b)) continue;
      const change = { block: { before: a, after: b }, before: from, after: to };
      const isHost = from !== null && to !== null && hostOf(from) !== hostOf(to);
      if (isHost) told.push(linkChange('link-host', change));
      else small.push(change);
    }
  }
  const [first] = small;
  return first ? [...told, linkChange('link-address', small.length === 1 ? first : folded(small))] : told;
}

function folded(changes: readonly Pick<Told, 'block' | 'before' | 'after'>[]) {
  const lines = (side: 'before' | 'after'): string | null =>
    changes.flatMap((change) => change[side] ?? []).join('\n') || null;
  return { block: { before: null, after: null }, before: lines('before'), after: lines('after') };
}

function linkChange(rule: 'link-host' | 'link-address', change: Pick<Told, 'block' | 'before' | 'after'>): Told {
  const { block, before, after } = change;
  const passage = `link ${block.before} ${block.after} ${before} ${after}`;
  return {
    rule,
    part: 'link',
    also: [],
    block,
    passage,
    before,
    after,
    spans: oneSidedSpans(before, after),
    facts: [],
  };
}

function byWords(links: readonly Link[] | undefined): Map<string, string> {
  const found = new Map<string, string>();
  for (const { href, text } of links ?? []) if (!found.has(foldTypography(text))) found.set(foldTypography(text), href);
  found.delete('');
  return found;
}

/** Words that went with their link are told as text, not as a link. */
const standsIn = (words: string, article: Article, block: number): boolean =>
  foldTypography(article.blocks[block]?.text ?? '').includes(words);

/** The host without `www.`; of an archived copy the host that was archived. */
export function hostOf(href: string): string {
  const archived = /^https?:\/\/web\.archive\.org\/web\/[^/]+\/(.+)$/u.exec(href)?.[1] ?? href;
  return URL.canParse(archived) ? new URL(archived).hostname.replace(/^www\./u, '') : archived;
}
