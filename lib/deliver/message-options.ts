import { CHANGE_KINDS, type ChangeKind, type Severity } from '../change.ts';
import type { Channel } from '../revision.ts';
import type { Edition, Watchlist } from '../watchlist.ts';
import { leastSeverity } from './route.ts';

/** What rendering needs of the watchlist: the sender's name, the length of texts, and why each edition gets what it gets. */
export function messageOptions(
  watchlist: Watchlist,
  channel: Channel = 'email',
): { readonly senderName: string; readonly smsSegments: number; readonly reasons: Readonly<Record<string, string>> } {
  const { senderName, smsSegments } = watchlist.messages;
  const reasons = Object.entries(watchlist.editions).map(
    ([id, edition]) => [id, reasonOf(watchlist, edition, channel)] as const,
  );
  return { senderName, smsSegments, reasons: Object.fromEntries(reasons) };
}

/** "Example News, major changes"; "all publications, notable and major changes, on the beat ferries, as a digest at 07:00 Europe/London". */
function reasonOf(watchlist: Watchlist, edition: Edition, channel: Channel): string {
  const publications = edition.publications?.map((id) => watchlist.publications[id]?.name ?? id);
  const { digest } = edition;
  return [
    publications === undefined ? 'all publications' : listed(publications, MOST_NAMES),
    SEVERITY_WORDS[leastSeverity(edition, channel)],
    ...(edition.kinds === undefined
      ? []
      : [`of the ${edition.kinds.length === 1 ? 'kind' : 'kinds'} ${kindsOf(edition.kinds)}`]),
    ...(edition.beats === undefined
      ? []
      : [`on the ${edition.beats.length === 1 ? 'beat' : 'beats'} ${edition.beats.join(', ')}`]),
    ...(digest === undefined || channel !== 'email' ? [] : [`as a digest at ${digest.at} ${digest.timeZone}`]),
  ].join(', ');
}

const MOST_NAMES = 3;
const SEVERITY_WORDS = {
  none: 'all changes',
  cosmetic: 'all changes',
  minor: 'minor changes and up',
  notable: 'notable and major changes',
  major: 'major changes',
} as const satisfies Record<Severity, string>;

const listed = (names: readonly string[], most: number): string =>
  names.length <= most ? names.join(', ') : `${names.slice(0, most).join(', ')} and ${names.length - most} more`;

/** In the order of the vocabulary, so that the same edition is always described alike. */
const kindsOf = (kinds: readonly ChangeKind[]): string =>
  listed(
    CHANGE_KINDS.filter((kind) => kinds.includes(kind)),
    4,
  );
