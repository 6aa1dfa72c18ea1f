/** Where everything lies in the store. One place, so that the layout can be read and never drifts. */
import type { ContentHash } from '../hash.ts';
import { instantPath } from '../instant.ts';
import type { Channel, OwedAlert } from '../revision.ts';

/** `00001`; from 100,000 on `x000100000`: listings go by the text of a key, and a longer number would stand before a shorter one. */
const numbered = (number: number): string =>
  number < 100_000 ? String(number).padStart(5, '0') : `x${String(number).padStart(9, '0')}`;
const NUMBERED = String.raw`(?<number>\d{5}|x\d{9})`;

const REVISION = new RegExp(String.raw`^revisions/(?<articleId>[^/]+)/${NUMBERED}\.json$`);
const OWED = new RegExp(String.raw`^owed/\d{4}/\d\d/\d\d/\d{9}-(?<articleId>.+)-${NUMBERED}$`);
const NAMED_BY_NUMBER = new RegExp(String.raw`/${NUMBERED}\.json$`);

const numberIn = (match: RegExpExecArray): number => Number(match.groups?.['number']?.replace('x', ''));

export const revisionPrefix = (articleId: string): string => `revisions/${articleId}/`;
export const revisionKey = (articleId: string, number: number): string =>
  `${revisionPrefix(articleId)}${numbered(number)}.json`;

export const pageKey = (sha256: ContentHash | string): string => `pages/${sha256}.html.gz`;

/** Null for a key that is no revision's. */
export function parseRevisionKey(key: string): { readonly articleId: string; readonly number: number } | null {
  const match = REVISION.exec(key);
  return match === null ? null : { articleId: match.groups?.['articleId'] ?? '', number: numberIn(match) };
}

/** Stands for a page that was taken down for legal reasons. */
export const tombstoneKey = (sha256: string): string => `pages/${sha256}.taken-down.json`;

export const rosterIndexKey = (publication: string): string => `rosters/${publication}/index.json`;
export const rosterShardKey = (publication: string, shard: string): string => `rosters/${publication}/${shard}.json`;

export const incidentPrefix = (publication: string): string => `incidents/${publication}/`;
export const incidentKey = (publication: string, number: number): string =>
  `${incidentPrefix(publication)}${numbered(number)}.json`;

type Numbered = { readonly articleId: string; readonly number: number; readonly fetchedAt: string };

/** Says that a revision owes somebody something. Written before the revision, so it may point at one that never came. */
export const owedKey = (revision: Numbered): string =>
  `owed/${instantPath(revision.fetchedAt)}-${revision.articleId}-${numbered(revision.number)}`;

/**
 * A receipt's key comes from the revisions it covers and from when they were due (editions with quiet hours are told
 * later than others), so that one debt has one receipt, whoever pays it. It lies under the day of the last of them: whoever looks for
 * what was paid, from the day of a marker on, finds it, however long before that the fold began.
 */
export const receiptKey = (
  first: Numbered,
  last: Numbered,
  debt: { readonly channel: Channel; readonly how: OwedAlert['how']; readonly dueAt: string },
): string =>
  `receipts/${instantPath(last.fetchedAt)}-${first.articleId}-${numbered(first.number)}-${numbered(last.number)}-${debt.channel}-${debt.how}-${instantPath(debt.dueAt).replaceAll('/', '')}.json`;

/** A digest's receipt: by the hour it was due and its edition. */
export const digestReceiptKey = (dueAt: string, edition: string, channel: Channel): string =>
  `receipts/${instantPath(dueAt)}-${edition}-${channel}-digest.json`;

/** The last text of an audience's day: what came after its cap. */
export const lastTextReceiptKey = (dayEnd: string, audience: string): string =>
  `receipts/${instantPath(dayEnd)}-${audience}-sms-last-text.json`;

/** What the last sweep left: so that the next need not look at everything again. */
export const SWEEP_CHECKPOINT_KEY = 'sweep/checkpoint.json';

/** What notify notes of each published revision, for the sweep to write into timelines, overviews and feeds; by the time of noting. */
export const SITE_NOTES = 'site/notes/';
export const siteNoteKey = (notedAt: string, of: { readonly articleId: string; readonly number: number }): string =>
  `${SITE_NOTES}${instantPath(notedAt)}-${of.articleId}-${numbered(of.number)}.json`;
/** What the pages over revisions are drawn from: of `all`, `publications/<id>`, `beats/<id>` or `articles/<id>`. */
export const siteIndexKey = (of: string): string => `site/index/${of}.json`;
/** How far the sweep has come with them. */
export const SITE_PROGRESS_KEY = 'site/progress.json';

/** `owed/2025/11/26/` or `receipts/2025/11/26/`. */
export const dayPrefix = (kind: 'owed' | 'receipts', instant: string): string =>
  `${kind}/${instantPath(instant).slice(0, 'yyyy/mm/dd/'.length)}`;

export type OwedMarker = { readonly key: string; readonly articleId: string; readonly number: number };

/** Null for a key that is none of ours. */
export function parseOwedKey(key: string): OwedMarker | null {
  const match = OWED.exec(key);
  return match === null ? null : { key, articleId: match.groups?.['articleId'] ?? '', number: numberIn(match) };
}

/** The number in a revision's or incident's key; null for a key that is none of ours. */
export function parseNumber(key: string): number | null {
  const match = NAMED_BY_NUMBER.exec(key);
  return match === null ? null : numberIn(match);
}
