import { expect, test } from 'vitest';
import { extractArticle } from '../../lib/extract/index.ts';

const LINE =
  'The ferry had been due to leave the harbour at seven, but the wind kept it at its berth until after nine, the operator said.';

type Page = { readonly seen: string; readonly lang?: string; readonly stated?: string };
const modifiedOf = ({ seen, lang = 'en-GB', stated }: Page): readonly [string | null, string | undefined] => {
  const ld = {
    '@type': 'NewsArticle',
    headline: 'Ferry held in port',
    datePublished: '2026-03-03T09:00:00+01:00',
    dateModified: stated,
  };
  const outcome = extractArticle({
    url: 'https://news.example/a',
    body: `<html lang="${lang}"><head><title>Ferry</title><script type="application/ld+json">${JSON.stringify(ld)}</script></head>
      <body><article><h1>Ferry held in port</h1>${seen}<p>${LINE}</p><p>${LINE} Again.</p></article></body></html>`,
  });
  if (outcome.kind !== 'extracted') throw new Error(outcome.kind);
  return [outcome.article.modifiedAt, outcome.article.provenance['modifiedAt']];
};

test.each([
  ['en', 'Updated 14:05 GMT, 3 March 2026', '2026-03-03T14:05:00Z'],
  ['en-US', 'Last updated: March 3, 2026 2:05 p.m. EST', '2026-03-03T14:05:00-05:00'],
  ['de', 'Aktualisiert am 3. März 2026, 14:05 Uhr', '2026-03-03T14:05:00+01:00'],
  ['de', 'Stand: 03.03.2026, 14.05 Uhr', '2026-03-03T14:05:00+01:00'],
  ['fr', 'Publié le 3 mars 2026 à 09h00, mis à jour le 3 mars 2026 à 14h05', '2026-03-03T14:05:00+01:00'],
  ['es', 'Actualizado: 3 de marzo de 2026 a las 14:05', '2026-03-03T14:05:00+01:00'],
  ['it', 'Ultimo aggiornamento: 3 marzo 2026 14:05', '2026-03-03T14:05:00+01:00'],
  ['pt', 'Atualizado em 3 de março de 2026, 14h05', '2026-03-03T14:05:00+01:00'],
  ['nl', 'Laatst bijgewerkt op 3 maart 2026 om 14:05', '2026-03-03T14:05:00+01:00'],
  ['sv', 'Uppdaterad 3 mars 2026 14:05', '2026-03-03T14:05:00+01:00'],
  ['da', 'Senest opdateret 3. marts 2026 kl. 14:05', '2026-03-03T14:05:00+01:00'],
  ['pl', 'Aktualizacja: 3 marca 2026, 14:05', '2026-03-03T14:05:00+01:00'],
  ['cs', 'Aktualizováno 3. března 2026 14:05', '2026-03-03T14:05:00+01:00'],
  ['ru', 'Обновлено 3 марта 2026, 14:05', '2026-03-03T14:05:00+01:00'],
  ['tr', 'Güncelleme: 3 Mart 2026 14:05', '2026-03-03T14:05:00+01:00'],
  ['ja', '更新 2026年3月3日 14時05分', '2026-03-03T14:05:00+01:00'],
  ['en', 'Published 09:00, updated 14:05 on 3 March 2026', '2026-03-03T14:05:00+01:00'],
])('%s: “%s” is an update that readers see', (lang, text, at) => {
  expect(modifiedOf({ seen: `<p class="date">${text}</p>`, lang })).toEqual([at, 'visible']);
});

test.each<readonly [string, Page, string | null, string | undefined]>([
  [
    'the moment the metadata give is theirs, and seen',
    { seen: '<p class="date">Updated 3 March 2026, 14:05</p>', stated: '2026-03-03T14:05:31+01:00' },
    '2026-03-03T14:05:31+01:00',
    'visible',
  ],
  [
    'local time beside metadata in UTC',
    { seen: '<p class="date">Updated 3 March 2026, 14:05</p>', stated: '2026-03-03T13:05:31Z' },
    '2026-03-03T13:05:31Z',
    'visible',
  ],
  [
    'a day alone',
    { seen: '<p class="date">Updated 3 March 2026</p>', stated: '2026-03-03T13:05:31Z' },
    '2026-03-03T13:05:31Z',
    'visible',
  ],
  [
    'a time alone is of the day the metadata name',
    { seen: '<p class="date">Updated 14:05</p>', stated: '2026-03-04T14:05:00+01:00' },
    '2026-03-04T14:05:00+01:00',
    'visible',
  ],
  [
    'metadata that moved without a word to readers',
    { seen: '<p class="date">Updated 3 March 2026, 10:00</p>', stated: '2026-03-03T14:07:00+01:00' },
    '2026-03-03T14:07:00+01:00',
    'json-ld',
  ],
  [
    'metadata that did not move',
    { seen: '<p class="date">Updated 3 March 2026, 14:05</p>', stated: '2026-03-03T09:00:00+01:00' },
    '2026-03-03T14:05:00+01:00',
    'visible',
  ],
  [
    'a stamp in its own element',
    { seen: '<div class="meta"><span>Updated</span> <time datetime="2026-03-03T14:05:00+01:00">3 March</time></div>' },
    '2026-03-03T14:05:00+01:00',
    'visible',
  ],
  [
    'of two stamps the second',
    {
      seen: '<div class="meta">Published <time datetime="2026-03-03T09:00:00+01:00">9:00</time> Updated <time datetime="2026-03-03T14:05:00+01:00">14:05</time></div>',
    },
    '2026-03-03T14:05:00+01:00',
    'visible',
  ],
  [
    'a date of publication is none',
    { seen: '<p class="date">Published 3 March 2026, 14:05</p>', stated: '2026-03-03T14:05:00+01:00' },
    '2026-03-03T14:05:00+01:00',
    'json-ld',
  ],
  [
    'another story’s stamp is none',
    { seen: '<a class="date" href="/b">Updated 3 March 2026, 14:05</a>' },
    null,
    undefined,
  ],
])('%s', (_, page, at, from) => {
  expect(modifiedOf(page)).toEqual([at, from]);
});
