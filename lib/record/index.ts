/**
 * record: what was seen is committed before anyone is told, and is never overwritten or lost.
 *
 *  1. A new reading is compared with the last committed text, read by the same version: stored bytes are read again where
 *     the extractor or the publication's rules have changed.
 *  2. A reading that lost most of the body is held until it has stood for three slots, or is a paywall.
 *  3. An availability that has been confirmed is a revision of its own.
 *  4. Differences that move by themselves (stamps, image renditions, link queries) make no revision alone.
 *  5. What a revision owes is decided once, from the ledger's tail, and stored in it.
 *  6. The order of writes is: the roster's open mark, the page's bytes, the owed marker, the revision (put-if-absent: the
 *     commit), the roster. Whatever dies in between, the next visit finds what it needs in the ledger.
 *  7. A lost race is answered by reading what is there: our own write, the same content, or a new tail to compare with.
 *  8. A receipt's key comes from the revision, so that telling twice can be told from telling once.
 */
export { baseline, lastText, readStored, type Baseline } from './baseline.ts';
export { countWords, judgeCollapse, wordsOf } from './collapse.ts';
export type { CheckContext } from './context.ts';
export { draftAvailability, draftText, isWorthRecording, kindsOf } from './draft.ts';
export { areStampsReliable, backoff, compareContext, newEntry, withoutFuture, withStamp } from './entry.ts';
export { identify } from './identify.ts';
export { commitIncident, incidentsOf, type IncidentNews } from './incidents.ts';
export {
  dayPrefix,
  digestReceiptKey,
  incidentKey,
  lastTextReceiptKey,
  incidentPrefix,
  owedKey,
  pageKey,
  parseNumber,
  parseOwedKey,
  parseRevisionKey,
  receiptKey,
  revisionKey,
  revisionPrefix,
  rosterIndexKey,
  rosterShardKey,
  SITE_NOTES,
  SITE_PROGRESS_KEY,
  siteIndexKey,
  siteNoteKey,
  SWEEP_CHECKPOINT_KEY,
  type OwedMarker,
} from './keys.ts';
export { createLedger, type Ledger } from './ledger.ts';
export { decideOwes, NO_RECENT, returnOf } from './owes.ts';
export { distrust, recall } from './recall.ts';
export { createReceipts, type Receipts } from './receipts.ts';
export { readRemembered, writeRemembered } from './remembered-subscribers.ts';
export {
  emptyIndex,
  mergeEntries,
  openRoster,
  readRosterIndex,
  readRosterShard,
  type RosterSession,
} from './roster-session.ts';
export { decodeJson, encodeJson } from './stored-json.ts';
export { revisionsOn, verifyLedger, writeTombstone, type Break, type Verification } from './verify.ts';
