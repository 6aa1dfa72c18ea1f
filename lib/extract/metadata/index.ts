/** What a page says about its article, each field with the source it came from. */
import type { Document } from 'domhandler';
import type { Article } from '../../article.ts';
import type { Survey } from '../survey.ts';
import { readByline } from './byline.ts';
import { readModified, readPublished } from './dates.ts';
import { readHeadlines, type Headlines } from './headline.ts';
import { plainText, type JsonLd } from './json-ld.ts';
import { siteNamesOf } from './site-name.ts';
import { metaContent } from './sources.ts';

export type Metadata = Pick<
  Article,
  | 'canonicalUrl'
  | 'byline'
  | 'publishedAt'
  | 'modifiedAt'
  | 'section'
  | 'topics'
  | 'language'
  | 'direction'
  | 'leadImage'
  | 'access'
  | 'provenance'
> & {
  readonly headlines: Headlines;
  /** The publisher's own summary, from meta tags or JSON-LD. */
  readonly description: string | null;
};

export function readMetadata(root: Document, survey: Survey, jsonLd: JsonLd, url: string): Metadata {
  const { article } = jsonLd;
  const { meta } = survey;
  const siteNames = siteNamesOf(survey, article, url);
  const headlines = readHeadlines(root, survey, article, siteNames);
  const byline = readByline(survey, article, { root, headline: headlines.element, siteNames });
  const language = languageOf(survey, article?.language ?? null);
  const place = { url, headline: headlines.element, monthFirst: isMonthFirst(survey, language) };
  const published = readPublished(survey, article, place);
  const modified = readModified(survey, article, place, published?.value ?? null);
  const image =
    metaContent(meta, ['og:image:secure_url', 'og:image', 'og:image:url', 'twitter:image', 'twitter:image:src']) ??
    article?.image ??
    null;
  const imageUrl = image === null ? null : absolute(image, url);
  const provenance: Record<string, string> = {};
  if (headlines.headline) provenance['headline'] = headlines.headline.from;
  if (byline) provenance['byline'] = byline.from;
  if (published) provenance['publishedAt'] = published.from;
  if (modified) provenance['modifiedAt'] = modified.from;
  return {
    headlines,
    canonicalUrl: canonicalOf(survey, url),
    byline: byline?.value ?? [],
    publishedAt: published?.value ?? null,
    modifiedAt: modified?.value ?? null,
    section: article?.section ?? metaContent(meta, ['article:section', 'parsely-section', 'section']),
    topics: topicsOf(meta, article?.topics ?? []),
    language,
    direction: directionOf(survey, language),
    leadImage:
      imageUrl === null
        ? null
        : { url: imageUrl, caption: article?.imageCaption ?? metaContent(meta, ['og:image:alt']) },
    access: accessOf(meta, article?.isFree ?? null),
    description:
      article?.description ??
      plainText(metaContent(meta, ['og:description', 'description', 'twitter:description']) ?? ''),
    provenance,
  };
}

/** A URL as the page's address resolves it; null when it is none. */
export function absolute(href: string, base: string): string | null {
  return URL.canParse(href.trim(), base) ? new URL(href.trim(), base).href : null;
}

function canonicalOf(survey: Survey, url: string): string | null {
  const link = survey.links.find((element) => /(?:^|\s)canonical(?:\s|$)/iu.test(element.attribs['rel'] ?? ''));
  const href = link?.attribs['href'] ?? null;
  return href === null ? null : absolute(href, url);
}

function languageOf(survey: Survey, jsonLd: string | null): string | null {
  const declared =
    survey.html?.attribs['lang'] ??
    survey.html?.attribs['xml:lang'] ??
    metaContent(survey.meta, ['content-language', 'language', 'dc.language', 'og:locale', 'inlanguage']) ??
    jsonLd;
  const match = /^([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?\b/iu.exec((declared ?? '').trim());
  if (!match) return null;
  const [, language = '', script, region] = match;
  return [language.toLowerCase(), script, region?.toUpperCase()].filter((part) => part !== undefined).join('-');
}

/** American order of numeric dates: English without a country, or of the United States and the Philippines. */
const isMonthFirst = (survey: Survey, language: string | null): boolean =>
  /^en(?:-US|-PH)?$/u.test(language ?? '') && !/_(?:GB|AU|IN|IE|NZ|ZA)$/u.test(survey.meta.get('og:locale')?.[0] ?? '');

const RTL = new Set(['ar', 'he', 'fa', 'ur', 'ps', 'yi', 'ckb', 'dv', 'ug', 'sd']);

function directionOf(survey: Survey, language: string | null): 'ltr' | 'rtl' {
  const declared = survey.html?.attribs['dir']?.toLowerCase();
  if (declared === 'rtl' || declared === 'ltr') return declared;
  return RTL.has(language?.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}

function topicsOf(meta: Survey['meta'], jsonLd: readonly string[]): readonly string[] {
  const tags = meta.get('article:tag') ?? meta.get('news_keywords')?.flatMap((text) => text.split(',')) ?? [];
  const all = jsonLd.length > 0 ? jsonLd : tags;
  return [...new Set(all.map((topic) => plainText(topic) ?? '').filter((topic) => topic !== ''))].slice(0, 50);
}

function accessOf(meta: Survey['meta'], isFree: boolean | null): Article['access'] {
  const tier = metaContent(meta, [
    'article:content_tier',
    'og:article:content_tier',
    'content_tier',
    'article:tier',
  ])?.toLowerCase();
  if (tier === 'free') return 'free';
  if (tier === 'metered') return 'metered';
  if (tier === 'locked' || tier === 'paid' || tier === 'premium') return 'paid';
  return isFree === null ? 'unknown' : isFree ? 'free' : 'paid';
}
