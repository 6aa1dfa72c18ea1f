import { expect, test } from 'vitest';
import { articleText, type Article } from '../lib/article.ts';

const article: Article = {
  url: 'https://news.example/a',
  canonicalUrl: null,
  headline: 'Headline',
  otherHeadlines: { h1: null, h2: null, openGraph: null, jsonLd: null },
  standfirst: 'Standfirst.',
  standfirstFrom: 'page',
  byline: [],
  dateline: null,
  publishedAt: null,
  modifiedAt: null,
  section: null,
  topics: [],
  language: 'en',
  direction: 'ltr',
  leadImage: null,
  access: 'free',
  provenance: {},
  blocks: [
    { kind: 'paragraph', text: 'First.' },
    { kind: 'caption', text: 'A caption.' },
    { kind: 'table-row', text: 'a | b' },
    { kind: 'quotation', text: 'A post.', embed: true },
    { kind: 'notice', text: 'Correction.' },
  ],
};

test('the text of an article is its standfirst and body, without captions, tables and the headline', () => {
  expect(articleText(article)).toBe('Standfirst.\nFirst.\nA post.\nCorrection.');
  expect(articleText(article, { standfirst: false })).toBe('First.\nA post.\nCorrection.');
});
