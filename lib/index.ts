/**
 * Stop Press: follows news articles after they are published and says exactly what a publisher changed. This is the
 * public interface; it is stable (see CHANGELOG.md). The CDK construct is `stop-press/cdk`.
 */
export {
  articleText,
  articleSchema,
  BLOCK_KINDS,
  type Article,
  type Block,
  type BlockKind,
  type Link,
} from './article.ts';
export {
  CHANGE_KINDS,
  SEVERITIES,
  type Announced,
  type Change,
  type ChangeKind,
  type Comparison,
  type Fact,
  type Figure,
  type Part,
  type RedlineRow,
  type Severity,
  type Span,
} from './change.ts';
export { compareArticles, type CompareContext } from './compare/index.ts';
export { extractArticle, explainExtraction, EXTRACTOR_VERSION } from './extract/index.ts';
export type { ExtractInput, ExtractOutcome, ExtractRules, Explanation } from './extraction.ts';
export { checkArticle, type CheckOutcome } from './pipeline.ts';
export { visitPublication, type Site, type VisitPorts, type VisitRequest, type VisitSummary } from './visit.ts';
export { notifyRevision, type NotifyOutcome, type NotifyPorts } from './notify.ts';
export { sweep, type SweepSummary } from './sweep/index.ts';
export { rereadLedger, type Reread, type RereadOptions } from './reread.ts';
export { replayFetches, type ReplayPorts, type ReplayStep, type SavedFetch } from './replay.ts';
export {
  createLedger,
  openRoster,
  verifyLedger,
  type CheckContext,
  type Ledger,
  type Verification,
} from './record/index.ts';
export { watchlistSchema, type Watchlist, type WatchlistSource } from './watchlist.ts';
export { revisionSchema, type Channel, type Committed, type Owes, type Revision } from './revision.ts';
export type { Alert, Digest, Message, Publish } from './alert.ts';
export type { FetchOutcome, FetchPage, Page } from './page.ts';
export type { Store, Stores } from './store.ts';
export { createMemoryStore } from './adapters/memory.ts';
export { createFolderStore } from './adapters/folder.ts';
export { ConfigError, DeliveryError, StoreError } from './errors.ts';
