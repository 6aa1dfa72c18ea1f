/**
 * A comparison on a terminal.
 *
 * 1. Whose article, which revision, and when it changed, as far as is known.
 * 2. How grave it is, whether a notice was seen, and the kinds of change.
 * 3. The facts, each with what it said before and after.
 * 4. The text, with what was taken out and put in; what did not change is folded away.
 *
 * Nothing in an article's text can move the cursor, change a colour or turn the line around.
 */
export { badge, renderComparison, type ComparisonHead } from './comparison.ts';
export { renderHistory } from './history.ts';
export { renderComparisonMarkdown, renderHistoryMarkdown, renderRevisionMarkdown } from './markdown.ts';
export { renderRedline, renderSpans, type TerminalOptions } from './redline.ts';
export { renderRevision } from './revision.ts';
