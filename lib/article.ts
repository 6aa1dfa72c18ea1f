/**
 * An article's parts, as read from one page. Everything is plain data that survives `JSON.stringify`: it is stored
 * in revisions for years, so fields are added, never renamed (see docs/adr/0004-stored-formats.md).
 */
import * as z from 'zod';

/** What a block can be. `heading` never includes the headline; `post` is a live-blog entry, `notice` the publisher's word on its own change. */
export const BLOCK_KINDS = [
  'paragraph',
  'heading',
  'list-item',
  'quotation',
  'caption',
  'table-row',
  'preformatted',
  'post',
  'notice',
] as const;
/** One of `BLOCK_KINDS`. */
export type BlockKind = (typeof BLOCK_KINDS)[number];

/** A hyperlink inside a block: absolute URL and the words it stands on. */
export const linkSchema = z.object({ href: z.string(), text: z.string() }).readonly();
export type Link = z.infer<typeof linkSchema>;

/** One block of the body, in reading order. */
export const blockSchema = z
  .object({
    kind: z.enum(BLOCK_KINDS),
    /** As a reader sees it: entities decoded, white space folded to single spaces; `\n` only inside `preformatted` and between the paragraphs of a `post`. Typography is kept. */
    text: z.string(),
    /** Heading level, 2 to 6; only on `heading`. */
    level: z.int().min(1).max(6).optional(),
    /** True on a quotation that is an embedded social-media post. */
    embed: z.literal(true).optional(),
    /** Only on `post`: the entry's own id, instant (ISO 8601) and heading, each where the page gives one. `text` starts with the heading. */
    post: z
      .object({ id: z.string().nullable(), publishedAt: z.string().nullable(), heading: z.string().nullable() })
      .readonly()
      .optional(),
    links: z.array(linkSchema).readonly().optional(),
    /** Only on `caption`: the absolute URL of the image it belongs to. */
    image: z.string().optional(),
  })
  .readonly();
export type Block = z.infer<typeof blockSchema>;

/** Whether the publisher says the text is free to read. `metered` and `paid` come from its own markup. */
export const ACCESS = ['free', 'metered', 'paid', 'unknown'] as const;

/** The article on a page; `articleSchema` reads a stored one. Instants are ISO 8601, addresses absolute, what is not known is null. */
export const articleSchema = z
  .object({
    /** The URL the page was fetched from, after redirects. */
    url: z.string(),
    /** The publisher's `rel=canonical`, absolute; null when there is none. Not trusted: see lib/identity.ts. */
    canonicalUrl: z.string().nullable(),
    /** The headline as the reader sees it, without the site's name. */
    headline: z.string(),
    /** The publisher's other headlines, where the page holds them; equal to `headline` or not. */
    otherHeadlines: z
      .object({
        h1: z.string().nullable(),
        /** The heading over the text, where the `<h1>` is another. */
        h2: z.string().nullable().default(null),
        openGraph: z.string().nullable(),
        jsonLd: z.string().nullable(),
      })
      .readonly(),
    standfirst: z.string().nullable(),
    /** Where the standfirst was found: seen on the page, or only in meta tags and JSON-LD. */
    standfirstFrom: z.enum(['page', 'meta']).nullable(),
    /** Names only: no "By", job titles or dates. */
    byline: z.array(z.string()).readonly(),
    /** "KYIV, Nov 26 (Example Agency)", where the story opens with one. It stays in its paragraph too. */
    dateline: z.string().nullable(),
    /** ISO 8601 with the offset the publisher gave (UTC as `Z`); null when unknown. */
    publishedAt: z.string().nullable(),
    modifiedAt: z.string().nullable(),
    section: z.string().nullable(),
    topics: z.array(z.string()).readonly(),
    /** BCP 47 tag, for example `en-GB`; null when neither declared nor evident. */
    language: z.string().nullable(),
    direction: z.enum(['ltr', 'rtl']),
    leadImage: z.object({ url: z.string(), caption: z.string().nullable() }).readonly().nullable(),
    access: z.enum(ACCESS),
    blocks: z.array(blockSchema).readonly(),
    /** For each metadata field, which source it was taken from (`json-ld`, `open-graph`, `meta`, `microdata`, `time`, `visible`, `url`, `selector` …). */
    provenance: z.record(z.string(), z.string()).readonly(),
  })
  .readonly();
export type Article = z.infer<typeof articleSchema>;

const BODY_KINDS: ReadonlySet<BlockKind> = new Set([
  'paragraph',
  'heading',
  'list-item',
  'quotation',
  'preformatted',
  'post',
  'notice',
]);

/**
 * The body in reading order, one block a line: the standfirst (unless told otherwise), paragraphs, headings, list
 * items, quotations and embedded posts, preformatted text, live-blog posts and notices. No headline, captions or table rows.
 */
export function articleText(article: Article, options: { readonly standfirst?: boolean } = {}): string {
  const body = article.blocks.filter((block) => BODY_KINDS.has(block.kind)).map((block) => block.text);
  const { standfirst = true } = options;
  return (standfirst && article.standfirst !== null ? [article.standfirst, ...body] : body).join('\n');
}
