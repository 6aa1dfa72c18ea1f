import { expect, test } from 'vitest';
import type { Block } from '../../lib/article.ts';
import { extractArticle } from '../../lib/extract/index.ts';

const LINE =
  'The ferry had been due to leave the harbour at seven, but the wind kept it at its berth until after nine, the operator said.';
const SAYS = 'The ferry at its berth on Wednesday';

const captionsIn = (above: string, inside = ''): readonly Pick<Block, 'text' | 'image'>[] => {
  const outcome = extractArticle({
    url: 'https://news.example/a',
    body: `<html lang="en"><head><title>Ferry</title></head><body><main><article><header><h1>Ferry held in port</h1></header>${above}
      <div class="story"><p>${LINE}</p>${inside}<p>${LINE} Again.</p></div></article></main></body></html>`,
  });
  if (outcome.kind !== 'extracted') throw new Error(outcome.kind);
  return outcome.article.blocks.flatMap(({ kind, text, image }) =>
    kind === 'caption' ? [image === undefined ? { text } : { text, image }] : [],
  );
};

const IMG = '<img src="/ferry.jpg" alt="">';
const READ = [{ text: SAYS, image: 'https://news.example/ferry.jpg' }];

test.each([
  ['a figure', `<figure>${IMG}<figcaption>${SAYS}</figcaption></figure>`],
  ['a figure whose caption is named one', `<figure>${IMG}<figcaption class="c-Caption">${SAYS}</figcaption></figure>`],
  [
    'a figure with the words in a box of their own',
    `<figure><div>${IMG}</div><div class="caption"><p>${SAYS}</p></div></figure>`,
  ],
  ['a box', `<div class="photo">${IMG}<div class="img-caption">${SAYS}</div></div>`],
  ['a box with the words in a span', `<div class="photo">${IMG}<br><span class="caption">${SAYS}</span></div>`],
  ['a figure of an AMP page', `<figure><amp-img src="/ferry.jpg"></amp-img><figcaption>${SAYS}</figcaption></figure>`],
])('a caption in %s is read, above the text as inside it', (_, figure) => {
  expect(captionsIn(figure)).toEqual(READ);
  expect(captionsIn('', figure)).toEqual(READ);
});

test.each([
  ['the writer’s name beside a portrait', `<div class="who"><img src="/jo.jpg" alt=""> Jo Bloggs, ferries</div>`],
  ['a credit under no picture', '<div class="credits">Design: Jo Bloggs</div>'],
  ['the caption of a slideshow’s button', `<figure>${IMG}<figcaption>Image 1 of 12</figcaption></figure>`],
])('%s is no caption of the story', (_, noise) => {
  expect(captionsIn(noise)).toEqual([]);
});
