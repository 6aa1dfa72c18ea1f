import { expect, test } from 'vitest';
import { extractArticle } from '../../lib/extract/index.ts';

const LINE =
  'The ferry had been due to leave the harbour at seven, but the wind kept it at its berth until after nine, the operator said.';
const SAYS = 'An earlier version of this article gave the wrong hour.';

const noticesIn = (body: string, lang = 'en'): readonly string[] => {
  const outcome = extractArticle({
    url: 'https://news.example/a',
    body: `<html lang="${lang}"><head><title>Ferry</title></head><body>${body}</body></html>`,
  });
  if (outcome.kind !== 'extracted') throw new Error(outcome.kind);
  return outcome.article.blocks.filter(({ kind }) => kind === 'notice').map(({ text }) => text);
};
const story = (inside: string, after = '', above = ''): string =>
  `<main><article><header><h1>Ferry held in port</h1></header>${above}<div class="story"><p>${LINE}</p><p>${LINE} Again.</p>${inside}<p>${LINE} Last.</p></div>${after}</article></main><footer>© Example</footer>`;

test.each([
  ['an aside', story(`<aside><p><b>Correction:</b> ${SAYS}</p></aside>`)],
  ['a box between headline and text', story('', '', `<div class="box"><p>Correction: ${SAYS}</p></div>`)],
  ['the foot of the article', story('', `<footer><p>Correction: ${SAYS}</p></footer>`)],
  ['a box below the text', story('', `<div class="meta"><p>Correction: ${SAYS}</p></div>`)],
  ['a box far below the text', `${story('')}<section class="x"><div><p>Correction: ${SAYS}</p></div></section>`],
  [
    'a box named for the form that asks for corrections',
    story(`<div class="correction-form"><p>Correction: ${SAYS}</p></div>`),
  ],
])('a correction in %s is kept as a notice', (_, body) => {
  expect(noticesIn(body)).toEqual([`Correction: ${SAYS}`]);
});

test('a label over its notice stays above the first paragraph', () => {
  const page = story('').replace(
    '<div class="story">',
    '<div class="story"><div role="note"><strong>Correction</strong><p>Forty passengers waited, not fifty.</p></div>',
  );
  expect(noticesIn(page)).toEqual(['Correction']);
});

test('a correction below the text does not widen it to the boxes beside it', () => {
  const about =
    '<section><h3>About the writer</h3><p>She has written about ships, ports and the people in them since 2011.</p></section>';
  const read = (after: string) =>
    extractArticle({
      url: 'https://news.example/a',
      body: `<html lang="en"><head><title>Ferry</title></head><body>${story(`<p>${LINE}</p><p>${LINE}</p>`, after + about)}</body></html>`,
    });
  const [before, after] = [
    read(''),
    read(`<div class="fix"><p>Correction: ${SAYS} It was seven, not eight, in the evening.</p></div>`),
  ];
  if (before.kind !== 'extracted' || after.kind !== 'extracted') throw new Error('not extracted');
  expect(after.article.blocks.slice(0, -1)).toEqual(before.article.blocks);
});

test('who signed the text is no line of it because a correction stands below', () => {
  const page = story('').replace('Last.</p>', 'Last.</p><p>Ana Reed (Harbour, correspondent)</p>');
  const texts = (body: string) => {
    const outcome = extractArticle({
      url: 'https://news.example/a',
      body: `<html lang="en"><head><title>Ferry</title></head><body>${body}</body></html>`,
    });
    return outcome.kind === 'extracted' ? outcome.article.blocks.map(({ text }) => text) : [];
  };
  const below = `Correction: ${SAYS}`;
  expect(texts(page.replace('correspondent)</p>', `correspondent)</p><p>${below}</p>`))).toEqual([
    ...texts(page),
    below,
  ]);
});

test('a German notice in a box', () => {
  const says = 'Korrekturhinweis: In einer früheren Fassung hieß es, die Fähre sei um sieben gefahren.';
  expect(noticesIn(story(`<aside><p>${says}</p></aside>`), 'de')).toEqual([says]);
});

test.each([
  ['in a comment', story('', `<div id="comments"><div class="comment"><p>Correction: ${SAYS}</p></div></div>`)],
  [
    'an invitation to report mistakes',
    story(
      '',
      `<footer><p>Corrections: Spotted an error? Send us a correction by e-mail to desk@news.example.</p></footer>`,
    ),
  ],
  [
    'a teaser of another update',
    story(`<aside><p><a href="/b">Update: storm reaches the coast and closes two ports</a></p></aside>`),
  ],
  ['hidden', story(`<aside hidden><p>Correction: ${SAYS}</p></aside>`)],
])('no notice: %s', (_, body) => {
  expect(noticesIn(body)).toEqual([]);
});
