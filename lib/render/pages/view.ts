/** What each page shows, as plain values: whoever reads the ledger fills these, and the pages are drawn from nothing else. */
import type { Article } from '../../article.ts';
import type { AvailabilityState } from '../../availability.ts';
import type { ChangeKind, Comparison, RedlineRow, Severity } from '../../change.ts';

/** A link of ours, relative or absolute; null where that page is not published. */
export type Href = string | null;

/** Where a page stands among the others. */
export type Trail = {
  readonly overview: Href;
  readonly publication: { readonly name: string; readonly href: Href } | null;
  readonly timeline: Href;
  readonly previous: Href;
  readonly next: Href;
};

/** The page behind one side: its archived bytes. */
export type Archived = { readonly sha256: string; readonly href: Href; readonly fetchedAt: string | null };

/** What is known of any page about one state of one article. */
type StateHead = {
  readonly publicationName: string | null;
  readonly headline: string;
  /** Number of the revision; null for a comparison that stands in no ledger. */
  readonly number: number | null;
  /** The article at its publisher's. */
  readonly url: string;
  readonly unchangedAt: string | null;
  readonly changedBy: string | null;
  /** Hashes of this revision's stored bytes and of its predecessor's. */
  readonly hash: string | null;
  readonly previousHash: string | null;
  readonly trail: Trail;
};

/** The text changed: one revision against the one before, or any two compared. */
export type ComparedView = StateHead & {
  readonly kind: 'compared';
  /** Number of the revision it is compared with; null as above. */
  readonly from: number | null;
  readonly before: Article;
  readonly after: Article;
  readonly comparison: Comparison;
  readonly rows: readonly RedlineRow[];
  readonly archived: { readonly before: Archived | null; readonly after: Archived | null };
  /** Number of an earlier revision with the same text, where this is a return to it. */
  readonly returnsTo: number | null;
};

export type FirstSightingView = StateHead & {
  readonly kind: 'first-sighting';
  readonly article: Article;
  readonly archived: Archived | null;
};

export type AvailabilityView = StateHead & {
  readonly kind: 'availability';
  readonly before: AvailabilityState;
  readonly after: AvailabilityState;
  readonly severity: Severity;
  readonly detail: string;
  /** The last text seen, where it is at hand. */
  readonly lastSeen: Article | null;
};

export type RevisionView = ComparedView | FirstSightingView | AvailabilityView;

/** A revision as one line of a list, a mark of a chart or an entry of a feed: small enough to keep by the thousand. */
export type RevisionLine = {
  readonly articleId: string;
  readonly publication: string;
  readonly publicationName: string;
  readonly number: number;
  readonly headline: string;
  readonly severity: Severity;
  readonly unannounced: boolean;
  readonly summary: string;
  readonly fetchedAt: string;
  readonly unchangedAt: string | null;
  readonly kinds: readonly ChangeKind[];
  readonly wordsAdded: number;
  readonly wordsRemoved: number;
  readonly beats: readonly string[];
  /** The headline before, where it was rewritten, and what a publisher’s notice says that came or was altered. */
  readonly headlineBefore: string | null;
  readonly notice: string | null;
  readonly href: Href;
  readonly timeline: Href;
};
