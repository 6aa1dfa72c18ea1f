/**
 * The most of a page that is read. Real article pages were seen to hold up to 1.7 million characters, 4,100
 * elements and a nesting of 34 (207 pages, 2026-11); the limits leave room and bound time and memory.
 */
export const LIMITS = {
  /** Characters of markup. Beyond it the page is `too-large`. */
  pageChars: 8_000_000,
  /** Open elements at once. Browsers stop nesting at 512; htmlparser2's stack costs its depth for each tag. */
  depth: 256,
  /** Elements and texts kept in the tree: some 60 MB at most. */
  nodes: 200_000,
  /** Texts the parser reports: a stray `<` or an entity is one of its own. */
  texts: 1_000_000,
  /** Characters of one JSON-LD or state script that are parsed. */
  jsonChars: 4_000_000,
  /** Objects looked at inside embedded JSON. */
  jsonObjects: 50_000,
} as const;
