import { expect, test } from 'vitest';
import { extractArticle } from '../../lib/extract/index.ts';

const LINE =
  'The ferry had been due to leave the harbour at seven, but the wind kept it at its berth until after nine, the operator said.';

const linesWith = (line: string): readonly string[] => {
  const body = `<html><head><title>Ferry</title></head><body><article><h1>Ferry held in port</h1><div class="story"><p>${LINE}</p><p>${LINE} Again.</p>${line}<p>${LINE} Last.</p></div></article></body></html>`;
  const outcome = extractArticle({ url: 'https://news.example/a', body });
  if (outcome.kind !== 'extracted') throw new Error(outcome.kind);
  return outcome.article.blocks.map(({ text }) => text).filter((text) => !text.startsWith(LINE));
};

test.each([
  ['a document', '<div><a class="btn" href="/data/17">View this dataset</a></div>', 'View this dataset'],
  ['a ruling', '<p><a href="/r.pdf">Read the full ruling (PDF)</a></p>', 'Read the full ruling (PDF)'],
  [
    'a file, named',
    '<p><a href="/files/harbour-report.pdf">Harbour board, minutes of 3 March</a></p>',
    'Harbour board, minutes of 3 March',
  ],
  ['a French report', '<p><a href="/r">Télécharger le rapport</a></p>', 'Télécharger le rapport'],
  [
    'an address written out',
    '<p>Minutes: <a href="https://port.example/m">https://port.example/m</a></p>',
    'Minutes: https://port.example/m',
  ],
  [
    'another part of the same story, in a sentence',
    '<p>Read part two: <a href="/b">The winter in which the island had no ferry at all and what came of it</a>.</p>',
    'Read part two: The winter in which the island had no ferry at all and what came of it.',
  ],
])('a line that is a link to %s is the story’s', (_, line, text) => {
  expect(linesWith(line)).toEqual([text]);
});

test.each([
  ['another story', '<p><a href="/b">The winter in which the island had no ferry</a></p>'],
  ['another story, asked', '<p>READ THIS NOW: <a href="/b">Will the island have a ferry this winter at all?</a></p>'],
  ['another story, announced', '<p>Read more: <a href="/b">The winter in which the island had no ferry.</a></p>'],
  ['a file without a name', '<p><a href="/files/17.pdf">Download</a></p>'],
  ['a share button', '<p><a href="/share?u=a.pdf">Print</a></p>'],
])('a line that is a link to %s is not', (_, line) => {
  expect(linesWith(line)).toEqual([]);
});
