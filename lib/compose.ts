/**
 * Composing alerts from the ledger: what a debt of one revision, or of several folded ones, comes to. The net change
 * counts: what moved and moved back within a fold is not told.
 */
import type { Alert, AvailabilityAlert, TextAlert } from './alert.ts';
import type { Comparison } from './change.ts';
import { contentHash } from './hash.ts';
import { baseline, lastText, type Ledger } from './record/index.ts';
import {
  headlineOf,
  type Channel,
  type Committed,
  type OwedAlert,
  type Suppression,
  type TextRevision,
} from './revision.ts';
import type { Watchlist } from './watchlist.ts';

/** Unpaid revisions of one article on one channel, in order: all of its text, or all of its availability. */
export type Debt = {
  readonly channel: Channel;
  readonly how: OwedAlert['how'];
  /** When the last of it was due. */
  readonly dueAt: string;
  readonly editions: readonly string[];
  readonly revisions: readonly [Committed, ...Committed[]];
};

export type Composed =
  | { readonly kind: 'alert'; readonly alert: Alert }
  /** Nothing is left to tell. */
  | { readonly kind: 'nothing'; readonly why: Suppression };

/**
 * An article's unpaid revisions as they are told: what became of its text, and whether it can be read. Neither hides the other: the
 * correction of an article that then vanished is told, and so is that it vanished.
 */
export const toldApart = <Owed>(
  owed: readonly Owed[],
  committedOf: (one: Owed) => Committed,
): readonly (readonly Owed[])[] => [...Map.groupBy(owed, (one) => committedOf(one).revision.kind).values()];

/** @throws {StoreError} when the ledger lacks what the revisions stand on. */
export async function composeAlert(
  debt: Pick<Debt, 'channel' | 'editions' | 'revisions'>,
  ledger: Ledger,
  watchlist: Watchlist,
): Promise<Composed> {
  const first = debt.revisions[0].revision;
  const last = debt.revisions.at(-1)?.revision ?? first;
  const head = {
    messageId: messageIdOf(debt),
    channel: debt.channel,
    editions: debt.editions.map((id) => ({ id, name: watchlist.editions[id]?.name ?? id })),
    articleId: last.articleId,
    publicationName: last.publicationName,
    headline: headlineOf(last),
    url: last.url,
    from: first.number,
    to: last.number,
    unchangedAt: first.unchangedAt,
    changedBy: last.fetchedAt,
    diffUrl: diffUrl(watchlist, last),
  };
  if (last.kind === 'availability') {
    if (debt.revisions.length > 1 && last.availability.after === availabilityBefore(debt.revisions)) {
      return { kind: 'nothing', why: 'returned' };
    }
    const text = await lastText({ revision: last, hash: '' }, ledger);
    const language = text?.snapshot.article.language ?? null;
    return {
      kind: 'alert',
      alert: { ...head, kind: 'availability', revision: last, language } satisfies AvailabilityAlert,
    };
  }
  const net = await netChange(first.number, last, ledger, watchlist);
  if (net === null || net.comparison.severity === 'none' || net.comparison.severity === 'cosmetic') {
    return { kind: 'nothing', why: 'returned' };
  }
  const alert: TextAlert = {
    ...head,
    kind: 'text',
    comparison: net.comparison,
    before: net.before.snapshot.article,
    after: last.snapshot.article,
    pages: { before: net.before.page.sha256, after: last.page.sha256 },
    backTo: last.returnsTo === null ? null : await firstSeenAt(last, last.returnsTo, ledger),
    revision: last,
    language: last.snapshot.article.language,
  };
  return { kind: 'alert', alert };
}

/** Ours, and the same whenever the same debt is paid again: a reader's mail program can tell a duplicate. */
const messageIdOf = ({ channel, revisions }: Pick<Debt, 'channel' | 'revisions'>): string => {
  const { articleId } = revisions[0].revision;
  const numbers = revisions.map(({ revision }) => revision.number);
  return `${articleId}.${numbers[0]}-${numbers.at(-1)}.${channel}.${contentHash(revisions.at(-1)?.hash ?? '').slice(0, 8)}`;
};

async function netChange(
  firstNumber: number,
  last: TextRevision,
  ledger: Ledger,
  watchlist: Watchlist,
): Promise<{ readonly before: TextRevision; readonly comparison: Comparison } | null> {
  const known = await ledger.read(last.articleId, firstNumber - 1);
  const before = known === null ? null : await lastText(known, ledger);
  if (before === null) return null;
  // One revision: what was found when it was committed stands, word for word.
  if (firstNumber === last.number && last.comparison !== null) return { before, comparison: last.comparison };
  const publication = watchlist.publications[last.publication];
  const rules = publication?.selectors ?? {};
  const from = await baseline({ revision: before, hash: '' }, ledger, rules);
  const to = await baseline({ revision: last, hash: '' }, ledger, rules);
  if (from === null || to === null) return null;
  // Most alerts are of one revision, whose comparison stands in the ledger: only a fold needs the comparator.
  const { compareArticles } = await import('./compare/compare.ts');
  const comparison = compareArticles(from.snapshot.article, to.snapshot.article, {
    fetchedAt: last.fetchedAt,
    rules: { ignore: publication?.ignore, severities: publication?.severities, beats: Object.values(watchlist.beats) },
  });
  return { before, comparison };
}

const availabilityBefore = (revisions: readonly Committed[]) =>
  revisions.map(({ revision }) => revision).find((revision) => revision.kind === 'availability')?.availability.before;

async function firstSeenAt(revision: TextRevision, number: number, ledger: Ledger): Promise<string | null> {
  const remembered = revision.recent.states.find((state) => state.number === number);
  return remembered?.fetchedAt ?? (await ledger.read(revision.articleId, number))?.revision.fetchedAt ?? null;
}

function diffUrl(watchlist: Watchlist, revision: TextRevision | Committed['revision']): string | null {
  const { site } = watchlist;
  if (!site.publish || site.url === undefined || revision.pageToken === null) return null;
  return `${site.url.replace(/\/$/, '')}/r/${revision.pageToken}`;
}
