/** Raised with every change that may read a page differently; stored with each snapshot. */
export const EXTRACTOR_VERSION = '5';
