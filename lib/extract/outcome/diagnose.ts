/** What a page without a usable body is. The order is from the surest sign to the vaguest. */
import type { ExtractOutcome } from '../../extraction.ts';
import type { Metadata } from '../metadata/index.ts';
import type { JsonLd } from '../metadata/json-ld.ts';
import { endsSentence, textOf, weightOf } from '../text.ts';
import { isElement, type PageElement } from '../page-element.ts';
import type { PageTree } from '../tree.ts';
import type { Body } from '../body/index.ts';
import type { Survey } from '../survey.ts';
import {
  BOT_CHALLENGE,
  CONSENT,
  FETCHER_ERROR,
  LOGIN,
  NEEDS_SCRIPTS,
  NOT_FOUND,
  PAYWALL,
  REGION,
  SERVER_ERROR,
  WALL,
} from './phrases.ts';

export type PageFacts = {
  readonly url: string;
  readonly tree: PageTree;
  readonly survey: Survey;
  readonly jsonLd: JsonLd;
  readonly metadata: Metadata;
  readonly top: PageElement;
  readonly body: Body;
};

/** Characters from which a body is believed without more ado. */
const CLEAR_BODY = 600;
/** Characters below which there is nothing to compare. */
const LEAST_BODY = 50;

/** Another outcome than an article, or null when the body stands. */
export function diagnosePage(facts: PageFacts): ExtractOutcome | null {
  const { tree, survey, metadata, top, body } = facts;
  const length = body.blocks.reduce((sum, { kind, text }) => (kind === 'caption' ? sum : sum + weightOf(text)), 0);
  if (body.containers.some((container) => tree.openAtEnd.has(container))) {
    return { kind: 'truncated', detail: 'the page ends inside the article' };
  }
  const names = [
    survey.title ? textOf(survey.title, 400) : '',
    metadata.headlines.h1 ?? '',
    ...survey.h1.slice(0, 3).map((element) => textOf(element, 400)),
  ]
    .map((name) => name.slice(0, 200))
    .filter((name) => name !== '');
  // A page that a server sends in place of an article carries no instant of publication for machines.
  const isDescribed =
    metadata.publishedAt !== null &&
    ((facts.jsonLd.article?.headline ?? null) !== null || FOR_MACHINES.has(metadata.provenance['publishedAt'] ?? ''));
  const named = (pattern: RegExp): string | undefined => names.find((name) => pattern.test(name));
  if (!isDescribed && length < 3000) {
    const error = errorPage(named, length);
    if (error) return error;
  }
  const elsewhere = length < LEAST_BODY && top.chars < 200 ? null : listPage(facts, length);
  if (elsewhere) return elsewhere;
  if (length >= CLEAR_BODY) return null;

  const text = textOf(top, 20_000);
  const isShort = text.length < 4000;
  // What was taken for the body may be the notice itself.
  const read = body.blocks.map((block) => block.text).join(' ');
  if (!isDescribed && tree.elements < 40 && FETCHER_ERROR.test(text))
    return { kind: 'error-page', why: 'fetcher-error', detail: text.slice(0, 120) };
  if (isShort && !isDescribed) {
    for (const [why, pattern] of BLOCKS) {
      const match = pattern.exec(named(pattern) ?? (length < 100 ? text : read));
      if (match) return { kind: 'blocked', why, detail: `the page says "${match[0].slice(0, 80)}"` };
    }
    if (SERVER_ERROR.test(text) && text.length < 1500)
      return { kind: 'error-page', why: 'server-error', detail: text.slice(0, 120) };
    if (NOT_FOUND.test(text) && text.length < 600)
      return { kind: 'error-page', why: 'not-found', detail: text.slice(0, 120) };
  }
  const offer = WALL.exec(text) ?? (endsAsText(body) ? null : PAYWALL.exec(text));
  if ((metadata.access === 'paid' || (offer && isDescribed)) && length < 250) {
    return {
      kind: 'paywalled',
      headline: metadata.headlines.headline?.value ?? null,
      detail: offer ? `the page says "${offer[0]}"` : 'the publisher marks it as not free',
    };
  }
  if (survey.hasPassword && length < 250 && LOGIN.test(text))
    return { kind: 'blocked', why: 'login', detail: 'a form asks for a password' };
  if (isMedia(facts) && length < 400)
    return { kind: 'not-an-article', why: 'media-page', detail: 'a video or audio page without an article' };
  if (isSectionAddress(facts) && length < LEAST_BESIDE_TEASERS)
    return { kind: 'not-an-article', why: 'section-page', detail: 'the address is that of a section' };
  if (length >= LEAST_BODY) return null;
  if (isUnfinished(facts)) return { kind: 'truncated', detail: 'the page ends before the article begins' };
  if (isShell(facts, text)) return { kind: 'needs-scripts', detail: 'the markup is an empty shell that scripts fill' };
  return { kind: 'not-an-article', why: 'no-text', detail: 'no running text was found' };
}

/** Characters from which an undated text at a section's address may be an article all the same. */
const LEAST_BESIDE_TEASERS = 400;

const FOR_MACHINES: ReadonlySet<string> = new Set(['json-ld', 'meta', 'microdata']);

const BLOCKS = [
  ['bot-challenge', BOT_CHALLENGE],
  ['region', REGION],
  ['consent', CONSENT],
] as const;

function errorPage(named: (pattern: RegExp) => string | undefined, length: number): ExtractOutcome | null {
  const missing = named(NOT_FOUND);
  if (missing !== undefined) return { kind: 'error-page', why: 'not-found', detail: missing };
  const broken = length < CLEAR_BODY ? named(SERVER_ERROR) : undefined;
  return broken === undefined ? null : { kind: 'error-page', why: 'server-error', detail: broken };
}

/** Whether the body is there to its last sentence: "Subscribe" stands on every page, beside two lines of breaking news as well. */
function endsAsText({ blocks }: Body): boolean {
  const last = blocks.findLast(({ kind }) => kind !== 'caption');
  return last !== undefined && endsSentence(last.text) && !/(?:…|\.\.\.)$/u.test(last.text);
}

/** The front page of a site, or a page of teasers: said by its address or its own types, and not denied by a long body. */
function listPage({ url, survey, jsonLd, metadata, body }: PageFacts, length: number): ExtractOutcome | null {
  if ((jsonLd.article?.headline ?? null) !== null || metadata.publishedAt !== null) return null;
  const ogType = survey.meta.get('og:type')?.[0]?.toLowerCase() ?? '';
  if (ogType === 'article') return null;
  const path = URL.canParse(url) ? new URL(url).pathname : '/';
  if (
    /^\/(?:index\.\w+|home|[a-z]{2}(?:-[a-z]{2})?)?\/?$/iu.test(path) &&
    (new URL(url).search === '' || ogType === 'website')
  ) {
    return { kind: 'not-an-article', why: 'home-page', detail: 'the address is the front page of a site' };
  }
  const isList = ['CollectionPage', 'ItemList', 'SearchResultsPage', 'ProfilePage'].some((type) =>
    jsonLd.types.has(type),
  );
  const paragraphs = body.blocks.filter(({ kind }) => kind === 'paragraph');
  const linked = paragraphs.filter(({ links }) => links !== undefined).length;
  if (isList && length < 3000 && paragraphs.every(({ text }) => text.length < 400)) {
    return { kind: 'not-an-article', why: 'section-page', detail: 'the page says it is a list of articles' };
  }
  const teasers = survey.articles.filter((element) => element.chars > 20 && element.chars < 800).length;
  if (
    teasers >= 6 &&
    survey.articles.every((element) => element.prose < 1500) &&
    linked * 2 <= paragraphs.length &&
    length < 2500
  ) {
    return { kind: 'not-an-article', why: 'section-page', detail: `${teasers} teasers and no article of its own` };
  }
  return null;
}

/**
 * "/local", "/lokales", of a page without a date for machines that leads on to others under a name of its own: a line or two there
 * introduce the section's teasers. A breaking line at "/bridge" has a headline, or nothing beside it that is linked.
 */
const isSectionAddress = ({ url, survey, metadata, jsonLd, top }: PageFacts): boolean =>
  !FOR_MACHINES.has(metadata.provenance['publishedAt'] ?? '') &&
  jsonLd.article === null &&
  survey.meta.get('og:type')?.[0]?.toLowerCase() !== 'article' &&
  URL.canParse(url) &&
  /^\/[a-z]{3,20}\/?$/iu.test(new URL(url).pathname) &&
  top.linkChars > 0 &&
  (metadata.headlines.headline?.value ?? '').split(/\s+/u).length <= WORDS_OF_A_SECTION;

/** "World", "Vaud & Régions". */
const WORDS_OF_A_SECTION = 3;

function isMedia({ survey, jsonLd }: PageFacts): boolean {
  const ogType = survey.meta.get('og:type')?.[0] ?? '';
  return (
    /^(?:video|music|audio)\b/iu.test(ogType) ||
    (jsonLd.article === null &&
      ['VideoObject', 'AudioObject', 'PodcastEpisode', 'ImageGallery', 'MediaGallery'].some((type) =>
        jsonLd.types.has(type),
      ))
  );
}

/** The markup stops before its end marks, with something still open. */
const isUnfinished = ({ tree }: PageFacts): boolean => !tree.closed && tree.elements > 3 && tree.openAtEnd.size > 0;

function isShell({ tree, top }: PageFacts, text: string): boolean {
  if (tree.noscript.some((note) => NEEDS_SCRIPTS.test(note)) || NEEDS_SCRIPTS.test(text)) return true;
  const hasRoot = (node: PageElement): boolean =>
    /^(?:root|app|__next|__nuxt|___gatsby|main-app|react-root|app-root)$/u.test(node.attribs['id'] ?? '') ||
    node.name === 'app-root';
  const body = top.children
    .filter((child) => isElement(child))
    .flatMap((child) => (child.name === 'html' ? child.children.filter((inner) => isElement(inner)) : [child]));
  const shells = body
    .flatMap((child) => (child.name === 'body' ? child.children.filter((inner) => isElement(inner)) : [child]))
    .filter(hasRoot);
  return shells.length > 0 && text.length < 600;
}
