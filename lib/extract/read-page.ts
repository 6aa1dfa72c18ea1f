/** One page from bytes to outcome. */
import type { Article } from '../article.ts';
import type { Explanation, ExtractInput, ExtractOutcome, ExtractRules } from '../extraction.ts';
import { readBody, type Body } from './body/index.ts';
import { decodePage } from './charset.ts';
import { LIMITS } from './limits.ts';
import { readMetadata, type Metadata } from './metadata/index.ts';
import { datelineOf } from './dateline.ts';
import { evidentLanguage } from './metadata/evident-language.ts';
import { readInstant } from './metadata/instants.ts';
import { readJsonLd, type JsonLd } from './metadata/json-ld.ts';
import { readNames } from './metadata/byline.ts';
import { blocksOfText, textInState } from './embedded.ts';
import { diagnosePage } from './outcome/diagnose.ts';
import { applyRules, type Selected } from './selectors.ts';
import { textOf } from './text.ts';
import { surveyPage } from './survey.ts';
import { isElement, PageElement } from './page-element.ts';
import { parsePage, type PageTree } from './tree.ts';

export type Explain = ((explanation: Explanation) => void) | null;

export function readPage(input: ExtractInput, rules: ExtractRules, explain: Explain): ExtractOutcome {
  const early = refuse(input);
  if (early) return early;
  const tree = parsePage(decodePage(input.body, input.contentType));
  if (tree.stoppedBy !== null) {
    const detail =
      tree.stoppedBy === 'depth'
        ? `elements nested deeper than ${LIMITS.depth}`
        : `more than ${LIMITS.nodes} elements and texts`;
    return { kind: 'too-large', detail };
  }
  const top = topElement(tree);
  const selected = applyRules(tree, rules);
  const survey = surveyPage(tree.root);
  const jsonLd = readJsonLd(tree.scripts);
  const metadata = override(readMetadata(tree.root, survey, jsonLd, input.url), selected);
  const { headlines, byline, description } = metadata;
  const read = readBody({
    top,
    url: input.url,
    headline: selected.headline ?? headlines.element,
    headlines: [headlines.headline?.value ?? null, headlines.h1, headlines.openGraph, headlines.jsonLd].filter(
      (text) => text !== null,
    ),
    byline,
    description,
    language: metadata.language,
    saysLiveBlog: jsonLd.types.has('LiveBlogPosting'),
    selected: selected.body,
    dropped: selected.dropped,
    explain,
  });
  const body = selected.body === null ? withEmbedded(read, tree, jsonLd, input.url) : read;
  const other = diagnosePage({ url: input.url, tree, survey, jsonLd, metadata, top, body });
  if (other) return other;
  return { kind: 'extracted', article: assemble(input.url, metadata, body, selected), warnings: selected.warnings };
}

/** Bytes that are no page. */
function refuse({ body, contentType }: ExtractInput): ExtractOutcome | null {
  if (body.length > LIMITS.pageChars) {
    return { kind: 'too-large', detail: `${body.length} bytes; at most ${LIMITS.pageChars} are read` };
  }
  const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (/^(?:image|audio|video|font)\/|^application\/(?:pdf|zip|octet-stream|json|rss\+xml|atom\+xml)$/u.test(type)) {
    return { kind: 'not-an-article', why: 'not-html', detail: `the server says ${type}` };
  }
  const start =
    typeof body === 'string' ? body.slice(0, 1024) : new TextDecoder('windows-1252').decode(body.subarray(0, 1024));
  const isWide = /^(?:\u00fe\u00ff|\u00ff\u00fe)/u.test(start) || /utf-?16/iu.test(contentType ?? '');
  if (MAGIC.some((mark) => start.startsWith(mark)) || (start.includes('\0\0') && !isWide)) {
    return { kind: 'not-an-article', why: 'not-html', detail: 'the bytes are no text' };
  }
  return null;
}

/** How files of other kinds begin: PDF, ZIP, PNG, GIF, JPEG, gzip, as windows-1252 reads their bytes. */
const MAGIC = ['%PDF-', 'PK\u0003\u0004', '\u2030PNG', 'GIF8', '\u00ff\u00d8\u00ff', '\u001f\u2039'] as const;

/** Where the markup has next to nothing, or only the beginning, the text embedded for machines is read instead. */
function withEmbedded(body: Body, tree: PageTree, jsonLd: JsonLd, url: string): Body {
  const visible = body.blocks.reduce((sum, { kind, text }) => (kind === 'caption' ? sum : sum + text.length), 0);
  const stated = jsonLd.article?.articleBody ?? null;
  if (stated !== null && stated.length > Math.max(200, visible * 2)) {
    return { ...body, blocks: blocksOfText(stated, url), source: 'json-ld' };
  }
  if (visible >= 200) return body;
  const state = textInState(tree.scripts);
  return state === null || state.length < visible * 2
    ? body
    : { ...body, blocks: blocksOfText(state, url), source: 'state' };
}

/** What the watchlist's selectors found takes the place of what was found without them. */
function override(metadata: Metadata, selected: Selected): Metadata {
  const provenance = { ...metadata.provenance };
  const changed = { ...metadata, provenance };
  const headline = selected.headline ? textOf(selected.headline) : '';
  if (headline !== '') {
    changed.headlines = { ...metadata.headlines, headline: { value: headline, from: 'selector' } };
    provenance['headline'] = 'selector';
  }
  const names = selected.byline ? readNames(selected.byline) : [];
  if (names.length > 0) {
    changed.byline = names;
    provenance['byline'] = 'selector';
  }
  const published = selected.published === null ? null : readInstant(selected.published);
  if (published !== null) {
    changed.publishedAt = published;
    provenance['publishedAt'] = 'selector';
  }
  const modified = selected.modified === null ? null : readInstant(selected.modified);
  if (modified !== null) {
    changed.modifiedAt = modified;
    provenance['modifiedAt'] = 'selector';
  }
  return changed;
}

/** One element over all the page's top-level nodes, which careless markup has several of. */
function topElement(tree: PageTree): PageElement {
  const top = new PageElement('body', {});
  for (const child of tree.root.children) {
    top.children.push(child);
    if (!isElement(child)) continue;
    child.parent = top;
    top.prose += child.prose;
    top.chars += child.chars;
    top.linkChars += child.linkChars;
    top.proseBlocks += child.proseBlocks;
  }
  return top;
}

function assemble(url: string, metadata: Metadata, body: Body, selected: Selected): Article {
  const { headlines, description: _, ...rest } = metadata;
  const { blocks } = body;
  const standfirst =
    selected.standfirst === null ? body.standfirst : { text: selected.standfirst, from: 'page' as const };
  const provenance: Record<string, string> = { ...rest.provenance };
  if (selected.standfirst !== null) provenance['standfirst'] = 'selector';
  else if (standfirst) provenance['standfirst'] = standfirst.from === 'page' ? 'visible' : 'meta';
  const language = rest.language ?? evidentLanguage(blocks);
  if (rest.language === null && language !== null) provenance['language'] = 'visible';
  provenance['blocks'] = selected.body === null ? body.source : 'selector';
  return {
    url,
    canonicalUrl: rest.canonicalUrl,
    headline: headlines.headline?.value ?? '',
    otherHeadlines: {
      h1: headlines.h1,
      h2: headlines.h2,
      openGraph: headlines.openGraph,
      jsonLd: headlines.jsonLd,
    },
    standfirst: standfirst?.text ?? null,
    standfirstFrom: standfirst?.from ?? null,
    byline: rest.byline,
    dateline: datelineOf(blocks),
    publishedAt: rest.publishedAt,
    modifiedAt: rest.modifiedAt,
    section: rest.section,
    topics: rest.topics,
    language,
    direction: rest.direction,
    leadImage: rest.leadImage,
    access: rest.access,
    blocks:
      standfirst !== null && selected.standfirst !== null
        ? blocks.filter(({ text }) => text !== standfirst.text)
        : blocks,
    provenance,
  };
}
