import type { ExtractRules } from '../extraction.ts';
import type { CanonicalUrl } from '../identity.ts';
import type { FetchPage } from '../page.ts';
import type { Publication, Watchlist } from '../watchlist.ts';
import type { Ledger } from './ledger.ts';

/** What one check is given from outside: the ports, the publication's rules, the clock and the slot. */
export type CheckContext = {
  readonly publicationId: string;
  readonly publication: Publication;
  readonly watchlist: Watchlist;
  readonly rules: ExtractRules;
  readonly fetchPage: FetchPage;
  readonly ledger: Ledger;
  readonly now: Date;
  /** The scheduled slot this check answers for (lib/cadence.ts): availability is confirmed over distinct ones. */
  readonly slot: string;
  /** An open incident makes all of the publication's articles look the same: no disappearance is believed meanwhile. */
  readonly isInTrouble: boolean;
  /** Called before anything is committed: marks the roster open (docs/adr/0005-no-database.md). */
  readonly beforeCommit: () => Promise<void>;
  /** Which followed article has this address, canonical. */
  readonly ownerOf: (alias: CanonicalUrl) => string | null;
  /** The publication's modified stamps move only with its text; null where too few were seen to say. */
  readonly stampsReliable: boolean | null;
  /** The unguessable part of a public page's path; null when pages are not published. */
  readonly newPageToken: () => string | null;
};
