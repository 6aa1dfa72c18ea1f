/**
 * What a sentence says that can be checked: the language part of the comparison. In order:
 *
 * 1. A text is cut into sentences, in the article's language, and a sentence into tokens: words, numbers, spaces, marks.
 * 2. A sentence is read for its figures (numbers in digits or words, with what they count), its quotations (across
 *    sentences, with who is quoted), its attributions (verbs of saying), its names and its claims (negations, hedges,
 *    certainty, standing before the law).
 * 3. Two sentences that were matched are asked which of their facts are no longer the same. A fact is paired with what
 *    stands in its place on the other side; each altered one is told once, with what kind of alteration it is.
 * 4. The same fact in another notation ("six" and "6"), a title put before a name, a verb in another tense and a slip of
 *    the keys alter no fact. Where it cannot be known, a figure is told and a name or claim is not.
 */
export { changedFacts, type Days, type FactChange } from './changed-facts.ts';
export type { AttributionNature } from './changed-attributions.ts';
export type { FigureNature } from './changed-figures.ts';
export type { NameNature } from './changed-names.ts';
export type { QuoteNature } from './changed-quotes.ts';
export { areContrary } from './contraries.ts';
export { denies, NOT } from './denials.ts';
export { isMisspelling } from './misspellings.ts';
export type { OpenQuote } from './quotes.ts';
export { countFirst, type Edit, type Range } from './ranges.ts';
export { analyseSentence, type SentenceFacts } from './sentence-facts.ts';
export { OPENERS } from './sentence-openers.ts';
export { splitSentences } from './sentences.ts';
export { tokenise, type Token, type TokenKind } from './tokens.ts';
export { vocabularyOf, type Vocabulary } from './vocabulary.ts';
export type { ClaimType } from './words/claims.ts';
export { isStampLine, noticeOf, type Notice, type NoticeKind } from '../../notice.ts';
