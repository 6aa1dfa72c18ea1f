/** The language of a page that declares none. */
import { expect, test } from 'vitest';
import { extractArticle } from '../../lib/extract/index.ts';

const languageOf = (text: string, declared = ''): string | null => {
  const paragraphs = Array.from({ length: 3 }, (_, index) => `<p>${text} ${index + 1}.</p>`).join('');
  const body = `<html${declared}><body><article><h1>Harbour</h1>${paragraphs}</article></body></html>`;
  const outcome = extractArticle({ url: 'https://news.example/a', body });
  if (outcome.kind !== 'extracted') throw new Error(outcome.kind);
  return outcome.article.language;
};

test.each([
  ['en', 'The ferry had been due to leave the harbour at seven, but the wind kept it at its berth until after nine'],
  [
    'de',
    'Die Fähre hätte um sieben Uhr aus dem Hafen auslaufen sollen, doch der Wind hielt sie bis nach neun am Kai fest',
  ],
  [
    'fr',
    'Le bac devait quitter le port à sept heures, mais le vent l’a retenu à quai avec les passagers dans la salle d’attente',
  ],
  [
    'es',
    'El transbordador tenía que salir del puerto a las siete, pero el viento lo retuvo en el muelle con los pasajeros',
  ],
  [
    'it',
    'Il traghetto doveva lasciare il porto alle sette, ma il vento lo ha tenuto nella rada con i passeggeri della mattina',
  ],
  [
    'pt',
    'O barco devia sair do porto às sete, mas o vento não o deixou partir e os passageiros esperaram uma hora no cais',
  ],
  [
    'nl',
    'De veerboot zou om zeven uur uit de haven vertrekken, maar het werd negen uur door de wind op het water van de baai',
  ],
])('%s is seen from its little words', (language, text) => {
  expect(languageOf(text)).toBe(language);
});

test('what a page declares stands', () => {
  expect(
    languageOf('The ferry had been due to leave the harbour at seven, but the wind kept it at its berth', ' lang="sv"'),
  ).toBe('sv');
});

test('another language is not taken for one of them', () => {
  expect(
    languageOf(
      'Färjan skulle ha lämnat hamnen klockan sju men vinden höll den kvar vid kajen till strax efter nio på morgonen',
    ),
  ).toBeNull();
});
