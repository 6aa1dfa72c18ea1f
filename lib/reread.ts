/**
 * Reading the ledger again: the stored pages behind its revisions, in order, by today's extractor and today's rules, and
 * what would be reported of them. Nothing is written and nobody is told.
 *
 * Two things cannot be known again: a page that made no revision at the time was not kept, and whether the publisher's stamps were to
 * be believed stood in the roster of the day. So what is compared is what changed and how much it matters, not whether it was announced.
 */
import { isAtLeast, type Comparison, type Severity } from './change.ts';
import { compareArticles } from './compare/index.ts';
import { isWorthRecording, readStored, type Ledger } from './record/index.ts';
import { headlineOf, severityOf, type Revision, type TextRevision } from './revision.ts';
import type { Article } from './article.ts';
import type { Watchlist } from './watchlist.ts';

export type Report = { readonly severity: Severity; readonly summary: string };

/** Reported is what is at least minor: an edition may alert it. */
export type Reread = {
  readonly publication: string;
  readonly articleId: string;
  readonly url: string;
  readonly headline: string;
  readonly number: number;
  readonly fetchedAt: string;
  /** What the ledger says; null on a first sighting. */
  readonly recorded: Report | null;
  /** What today's reading comes to; null where it is a first sighting, or there is nothing to read. */
  readonly today: Report | null;
  readonly verdict:
    | 'same'
    | 'differs'
    | 'newly-reported'
    | 'no-longer-reported'
    | 'first-sighting'
    /** `why` says what stood in the way. */
    | 'not-read';
  readonly why: string | null;
};

/** Which part of the ledger; all of it where neither is given. */
export type RereadOptions = { readonly publication?: string | undefined; readonly articleId?: string | undefined };

/** Every revision, article by article and in order. Rejects when the store fails. */
export async function* rereadLedger(
  ledger: Ledger,
  watchlist: Watchlist,
  { publication, articleId }: RereadOptions = {},
): AsyncIterable<Reread> {
  const articleIds = articleId === undefined ? ledger.articleIds() : [articleId];
  for await (const id of articleIds) {
    let before: Article | null = null;
    for await (const { revision } of ledger.history(id)) {
      if (publication !== undefined && revision.publication !== publication) break;
      const { after, ...found } = await rereadRevision(revision, before, ledger, watchlist);
      before = after;
      yield { ...headOf(revision), ...found };
    }
  }
}

type Found = Pick<Reread, 'recorded' | 'today' | 'verdict' | 'why'> & {
  /** What the next revision is compared with. */
  readonly after: Article | null;
};

async function rereadRevision(
  revision: Revision,
  before: Article | null,
  ledger: Ledger,
  watchlist: Watchlist,
): Promise<Found> {
  const recorded = recordedOf(revision);
  const notRead = (why: string, after: Article | null): Found => ({
    recorded,
    today: null,
    verdict: 'not-read',
    why,
    after,
  });
  if (revision.kind === 'availability') return notRead('no page stands behind it', before);

  const publication = watchlist.publications[revision.publication];
  const read = await readStored(revision, ledger, publication?.selectors ?? {});
  if (read === null)
    return notRead(
      'its page is not there; stop-press verify says whether it was taken down',
      revision.snapshot.article,
    );
  if (read.kind !== 'extracted') {
    const why = `today its page is read as ${read.kind}: ${read.detail}`;
    return isReported(recorded)
      ? { recorded, today: null, verdict: 'no-longer-reported', why, after: before }
      : notRead(why, before);
  }
  if (before === null) {
    const verdict = isReported(recorded) ? 'no-longer-reported' : 'first-sighting';
    return { recorded, today: null, verdict, why: null, after: read.article };
  }
  const comparison = compareArticles(before, read.article, {
    lastUnchangedAt: revision.unchangedAt,
    fetchedAt: revision.fetchedAt,
    rules: {
      ignore: publication?.ignore,
      severities: publication?.severities,
      beats: Object.values(watchlist.beats),
    },
  });
  return {
    recorded,
    today: reportOf(comparison),
    verdict: verdictOf(revision, comparison),
    why: null,
    after: isWorthRecording(comparison) ? read.article : before,
  };
}

function verdictOf(revision: TextRevision, today: Comparison): Reread['verdict'] {
  const wasReported = isAtLeast(severityOf(revision), 'minor');
  const isReportedToday = isAtLeast(today.severity, 'minor');
  if (wasReported !== isReportedToday) return isReportedToday ? 'newly-reported' : 'no-longer-reported';
  if (!isReportedToday || revision.comparison === null) return 'same';
  return toldBy(revision.comparison) === toldBy(today) ? 'same' : 'differs';
}

/** All that a subscriber would be told of the changes. */
const toldBy = ({ severity, summary, changes }: Comparison): string =>
  JSON.stringify([
    severity,
    summary,
    changes
      .filter((change) => isAtLeast(change.severity, 'minor'))
      .map(({ kind, part, severity: weight, also, before, after }) => [kind, part, weight, also, before, after]),
  ]);

const isReported = (report: Report | null): boolean => report !== null && isAtLeast(report.severity, 'minor');

const reportOf = ({ severity, summary }: Comparison): Report => ({ severity, summary });

function recordedOf(revision: Revision): Report | null {
  if (revision.kind === 'availability') return { severity: revision.severity, summary: revision.detail };
  return revision.comparison === null ? null : reportOf(revision.comparison);
}

const headOf = (revision: Revision) => ({
  publication: revision.publication,
  articleId: revision.articleId,
  url: revision.url,
  headline: headlineOf(revision),
  number: revision.number,
  fetchedAt: revision.fetchedAt,
});
