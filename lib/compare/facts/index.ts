/**
 * What a sentence says that can be checked: the language part of the comparison. In order:
 *
 * 1. A text is cut into sentences, in the article's language.
 * 2. A sentence is cut into tokens: words, numbers, spaces and marks.
 */
export { splitSentences } from './sentences.ts';
export { tokenise, type Token, type TokenKind } from './tokens.ts';
export { isStampLine, noticeOf, type Notice, type NoticeKind } from '../../notice.ts';
