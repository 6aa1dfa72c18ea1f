/** The redline of an entry, or as much of it as may be shown. */
import { leavesOpen } from '../../compare/phrases/excerpt.ts';
import { splitSentences } from '../../compare/facts/sentences.ts';
import type { Change, Span } from '../../change.ts';
import { sayDay } from '../../instant.ts';
import { indented, redlineLines } from './redline.ts';
import type { Told } from '../../compare/phrases/told-changes.ts';

/** In characters. A longer text on one side only is shown by its first sentences. */
const LONGEST_SIDE = 1_200;

export function linesOf(change: Change, alert: Told): readonly string[] {
  if (change.kind === 'dates') return redlineLines(change.spans.map(asDay));
  if (change.rule === 'rewritten-article') return rewrittenLines(change, alert);
  const isOneSided = change.before === null || change.after === null;
  if (!isOneSided || (change.before ?? change.after ?? '').length <= LONGEST_SIDE) return redlineLines(change.spans);
  return openingLines(change.before, change.after, alert);
}

/** Of a rewritten article the openings, and how much went and came. */
function rewrittenLines(change: Change, alert: Told): readonly string[] {
  const { wordsRemoved, wordsAdded } = alert.comparison;
  const opening = (text: string | null) => (text === null ? null : (sentences(text, alert)[0] ?? null));
  return [
    ...indented(`Little of the text stays: ${wordsRemoved} words gone, ${wordsAdded} new. It opened, and opens:`),
    ...openingLines(opening(change.before), null, alert),
    ...openingLines(null, opening(change.after), alert),
  ];
}

/** As many whole sentences as may be shown; what is left is counted in words. */
function openingLines(before: string | null, after: string | null, alert: Told): readonly string[] {
  const text = before ?? after;
  if (text === null) return [];
  let shown = '';
  let kept = '';
  for (const sentence of splitSentences(text, alert.language)) {
    if (shown !== '' && shown.length + sentence.length > LONGEST_SIDE) break;
    shown += sentence;
    // A quotation that runs over several sentences is not cut: only where all are closed may the text end.
    if (!leavesOpen(shown)) kept = shown;
  }
  const whole = kept === '' || kept.length > 2 * LONGEST_SIDE ? '' : kept;
  const left = text
    .slice(whole.length)
    .split(/\s+/u)
    .filter((word) => word !== '').length;
  const spans: Span[] = whole === '' ? [] : [{ kind: before === null ? 'added' : 'removed', text: whole }];
  const more = left === 0 ? [] : indented(`(${left} ${whole === '' ? 'words, too many to show here' : 'more words'})`);
  return [...redlineLines(spans), ...more];
}

export const sentences = (text: string, alert: Told): readonly string[] =>
  splitSentences(text, alert.language).filter((sentence) => sentence.trim() !== '');

const asDay = (span: Span): Span =>
  Number.isNaN(Date.parse(span.text)) ? span : { kind: span.kind, text: sayDay(span.text) };
