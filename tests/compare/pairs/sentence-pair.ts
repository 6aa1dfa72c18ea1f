/** A sentence before and after an edit, and what is to be said of it. */

/**
 * `says` lists the changes, most important first: `major figure; minor wording`. Kinds inside a change are given where they
 * matter: `major quote +figure`. The language is English unless given.
 */
export type SentencePair = readonly [what: string, before: string, after: string, says: string, language?: string];
