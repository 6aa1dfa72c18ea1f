/**
 * Live blogs: posts are matched by their id, then by their text, wherever they stand. A new post is one change; posts sliding off
 * the old end of the page are none; the order of posts tells nothing.
 */
import type { Block } from '../article.ts';
import type { Fact } from '../change.ts';
import { noticeOf } from '../notice.ts';
import { foldTypography } from '../typography.ts';
import { matchByIndex } from './align/gaps.ts';
import { signatures } from './align/similarity.ts';
import { textSide } from './aligned-text.ts';
import { compareText } from './body.ts';
import { NOTICE_RULES } from './notices.ts';
import type { IndexedBlock, Outline } from './outline.ts';
import { factsOf, type Reading } from './reading.ts';
import { oneSidedSpans, type Told } from './told.ts';
import { unitsOf } from './units.ts';

/** What differs between the posts of both sides. */
export function postChanges(before: Outline, after: Outline, reading: Reading): Told[] {
  const pairs = pairPosts(before.posts, after.posts);
  const survivors = new Set(pairs.map(([a]) => a));
  const known = new Set(pairs.map(([, b]) => b));
  const fresh = after.posts.filter((post) => !known.has(post));
  const gone = withoutSlidOff(before.posts, survivors, fresh.length > 0);
  return [
    ...pairs.flatMap(([a, b]) => {
      if (a.block.text === b.block.text) return [];
      const side = ({ article }: Outline, post: IndexedBlock) =>
        textSide(article, unitsOf([post], article.language), reading);
      return compareText(side(before, a), side(after, b), reading).map((told) => asNotice(told, false, reading));
    }),
    ...gone.map((post) => asNotice(oneSided(post, 'before', reading), true, reading)),
    ...fresh.map((post) => asNotice(oneSided(post, 'after', reading), true, reading)),
  ];
}

/** A correction put to a post, or one that is a post of its own: then it says so at its head. */
function asNotice(told: Told, isLabelled: boolean, { language }: Reading): Told {
  const text = told.before === null ? told.after : told.after === null ? told.before : null;
  const notice = text === null ? null : noticeOf(text, language);
  if (notice === null || (isLabelled && notice.label === null)) return told;
  const fact: Fact = { kind: 'correction', before: told.before, after: told.after };
  return { ...told, rule: NOTICE_RULES[notice.kind], part: 'notice', facts: [fact, ...told.facts] };
}

type PostPair = readonly [before: IndexedBlock, after: IndexedBlock];

function pairPosts(before: readonly IndexedBlock[], after: readonly IndexedBlock[]): PostPair[] {
  const pairs: PostPair[] = [];
  const left = { before: new Set(before), after: new Set(after) };
  const pair = (a: IndexedBlock, b: IndexedBlock): void => {
    pairs.push([a, b]);
    left.before.delete(a);
    left.after.delete(b);
  };
  const byKey = (keyOf: (block: Block) => string | null): void => {
    const open = Map.groupBy(left.after, ({ block }) => keyOf(block));
    for (const post of left.before) {
      const key = keyOf(post.block);
      const other = key === null ? undefined : open.get(key)?.shift();
      if (other) pair(post, other);
    }
  };
  byKey((block) => block.post?.id ?? null);
  byKey((block) => foldTypography(block.text));
  const rest = { before: [...left.before], after: [...left.after] };
  for (const { before: a, after: b } of alike(rest.before, rest.after)) {
    const [first, second] = [rest.before[a], rest.after[b]];
    if (first && second) pair(first, second);
  }
  return pairs;
}

/** Posts without ids, or with ids that a redesign changed, whose text is mostly the same. */
function alike(before: readonly IndexedBlock[], after: readonly IndexedBlock[]) {
  const sign = signatures();
  const side = (posts: readonly IndexedBlock[]) => {
    const made = posts.map((post) => sign(foldTypography(post.block.text)));
    const empty = sign('');
    return {
      keys: posts.map((post) => post.block.text),
      size: posts.length,
      signature: (index: number) => made[index] ?? empty,
    };
  };
  const all = (posts: readonly unknown[]): number[] => posts.map((_, index) => index);
  return matchByIndex({ before: side(before), after: side(after) }, { before: all(before), after: all(after) }, 0.5);
}

/**
 * The posts that were taken down. Where new posts came, those missing from the old end are no removals: the page shows only
 * so many. The old end is where the earlier times are; without times the foot of the page.
 */
function withoutSlidOff(
  posts: readonly IndexedBlock[],
  survivors: ReadonlySet<IndexedBlock>,
  hasNew: boolean,
): IndexedBlock[] {
  const missing = posts.filter((post) => !survivors.has(post));
  if (!hasNew || missing.length === posts.length) return missing;
  const times = posts.map((post) => Date.parse(post.block.post?.publishedAt ?? ''));
  const oldestFirst = (times[0] ?? NaN) < (times.at(-1) ?? NaN);
  const fromOldest = oldestFirst ? posts : [...posts].reverse();
  const slid = new Set<IndexedBlock>();
  for (const post of fromOldest) {
    if (survivors.has(post)) break;
    slid.add(post);
  }
  return missing.filter((post) => !slid.has(post));
}

function oneSided({ index, block }: IndexedBlock, which: 'before' | 'after', reading: Reading): Told {
  const { kinds, facts } = factsOf(block.text, which, reading);
  const [before, after] = which === 'before' ? [block.text, null] : [null, block.text];
  return {
    rule: `${which === 'after' ? 'added' : 'removed'}-${kinds.length > 0 ? 'with-fact' : 'plain'}`,
    part: 'body',
    also: kinds,
    block: which === 'before' ? { before: index, after: null } : { before: null, after: index },
    passage: `post ${which} ${index}`,
    before,
    after,
    spans: oneSidedSpans(before, after),
    facts,
  };
}
