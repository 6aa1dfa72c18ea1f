import { expect, test } from 'vitest';
import { explainExtraction, extractArticle } from '../../lib/extract/index.ts';

const LINE =
  'The ferry had been due to leave the harbour at seven, but the wind kept it at its berth until after nine.';
const body = `<html lang="en"><head><title>T</title></head><body><h1 class="a">Wrong line</h1><h2 class="b">Ferry held in port</h2>
<div id="who">By Jo Bloggs and Ada Rowe</div><span class="when" title="x">26 November 2025</span><time class="t" datetime="2025-11-26T18:20:00+01:00">then</time>
<p class="sf">Strong wind kept everybody ashore until the morning came.</p><div id="story"><p>${LINE}</p><p class="x">${LINE} Drop me.</p><p>${LINE} Keep me.</p></div></body></html>`;
const read = (rules: Parameters<typeof extractArticle>[1]): ReturnType<typeof extractArticle> =>
  extractArticle({ url: 'https://post.example/a', body }, rules);

test('selectors override every part', () => {
  const outcome = read({
    headline: 'h2.b',
    byline: '#who',
    published: '.t',
    standfirst: '.sf',
    body: '#story',
    drop: ['.x'],
  });
  if (outcome.kind !== 'extracted') throw new Error(outcome.kind);
  const { article, warnings } = outcome;
  expect(article.headline).toBe('Ferry held in port');
  expect(article.byline).toEqual(['Jo Bloggs', 'Ada Rowe']);
  expect(article.publishedAt).toBe('2025-11-26T18:20:00+01:00');
  expect(article.standfirst).toBe('Strong wind kept everybody ashore until the morning came.');
  expect(article.blocks.map(({ text }) => text)).toEqual([LINE, `${LINE} Keep me.`]);
  expect(article.provenance).toMatchObject({ headline: 'selector', byline: 'selector', blocks: 'selector' });
  expect(warnings).toEqual([]);
});

test('a selector that matches nothing, or is none, is a warning', () => {
  const outcome = read({ body: '#nowhere', drop: ['[['] });
  if (outcome.kind !== 'extracted') throw new Error(outcome.kind);
  expect(outcome.warnings).toEqual([
    expect.stringContaining('body: "#nowhere" matches nothing'),
    expect.stringContaining('drop: "[["'),
  ]);
  expect(outcome.article.blocks.length).toBeGreaterThan(0);
});

test('an explanation names a path for each block kept and each region dropped', () => {
  const { outcome, explanations } = explainExtraction({
    url: 'https://post.example/a',
    body: body.replace('class="x"', 'class="newsletter"'),
  });
  expect(outcome.kind).toBe('extracted');
  expect(explanations).toContainEqual(
    expect.objectContaining({ verdict: 'kept', path: '#story > p', why: 'paragraph' }),
  );
  expect(explanations).toContainEqual(
    expect.objectContaining({ verdict: 'dropped', path: '#story > p.newsletter', why: 'class "newsletter"' }),
  );
});

test('an explanation is told in the page’s order, the standfirst among it', () => {
  const page = `<html><head><title>T</title></head><body><article><h1>Ferry held in port</h1><p class="dek">Strong wind kept everybody ashore until the morning came.</p>
    <div class="share">Share</div><div class="story"><p>${LINE}</p><aside>Aside</aside><p>${LINE} Again.</p></div></article></body></html>`;
  const { explanations } = explainExtraction({ url: 'https://post.example/a', body: page });
  expect(explanations.map(({ verdict, why }) => `${verdict}: ${why}`)).toEqual([
    'kept: standfirst',
    'dropped: class "share"',
    'kept: paragraph',
    'dropped: <aside>',
    'kept: paragraph',
  ]);
});
