import { expect, test } from 'vitest';
import { extractArticle } from '../../lib/extract/index.ts';

type Page = {
  readonly path?: string;
  readonly title: string;
  readonly body: string;
  readonly publishedAt?: string;
};

function kindOf({ path = '/news/2025/ferry-strike', title, body, publishedAt }: Page): string {
  const stamp = publishedAt === undefined ? '' : `<meta property="article:published_time" content="${publishedAt}">`;
  const page = `<html><head><title>${title}</title>${stamp}</head><body>${body}</body></html>`;
  const outcome = extractArticle({ url: `https://news.example${path}`, body: page });
  return 'why' in outcome ? `${outcome.kind}: ${outcome.why}` : outcome.kind;
}

const publishedAt = '2025-06-01T14:02:00Z';
const more =
  '<section><h2>Top stories</h2><ul><li><a href="/1">Ferry strike enters third week</a></li><li><a href="/2">Budget passes by one vote</a></li></ul></section>';

test.each<readonly [string, Page, string]>([
  [
    'two lines of breaking news under a header that offers a subscription',
    {
      title: 'Explosion at chemical plant',
      body: `<header><a href="/s">Subscribe</a></header><h1>Explosion at chemical plant</h1><p>Emergency services are responding to reports of an explosion at a chemical plant near Port Ansel.</p><p>More follows.</p>${more}`,
      publishedAt,
    },
    'extracted',
  ],
  [
    'a story about an error page',
    {
      title: '404 page not found: the joke that outlived the web',
      body: '<h1>404 page not found: the joke that outlived the web</h1><p>It is the one error message everyone can recite. A museum in Bern is now collecting them.</p>',
      publishedAt,
    },
    'extracted',
  ],
  [
    'the opening of a story that ends in a wall',
    {
      title: 'The quiet takeover',
      body: '<h1>The quiet takeover</h1><p>The first night ferry to change hands was sold on a Tuesday in a car park, for less than the price …</p><p>Already a subscriber? Log in.</p>',
      publishedAt,
    },
    'paywalled',
  ],
  [
    'an English page that is not there',
    {
      title: 'Daily Harbor',
      body: `<h1>Sorry, we can’t find that page</h1><p>It may have been moved, or the address may have been typed incorrectly.</p>${more}`,
    },
    'error-page: not-found',
  ],
  [
    'a Polish page that is not there',
    {
      title: 'Głos Miasta',
      body: '<h1>Ups! Nie znaleźliśmy takiej strony</h1><p>Strona, której szukasz, nie istnieje lub została przeniesiona.</p>',
    },
    'error-page: not-found',
  ],
  [
    'a Russian page that is not there',
    {
      title: 'Волга',
      body: '<h1>Ошибка</h1><h1>Страница не найдена</h1><p>Возможно, она была удалена или перенесена по другому адресу на нашем сайте.</p>',
    },
    'error-page: not-found',
  ],
  [
    'a French request for consent',
    {
      title: 'Les Nouvelles',
      body: '<div><h2>Votre vie privée</h2><p>Avec votre accord, nos 798 partenaires et nous utilisons des cookies ou technologies similaires pour stocker et traiter vos données.</p></div>',
    },
    'blocked: consent',
  ],
  [
    'a section that introduces its teasers',
    {
      path: '/lokales',
      title: 'Lokales - Talbote',
      body: '<h1>Lokales</h1><p>Alle Nachrichten aus Talheim und Umgebung: aktuelle Berichte, Reportagen und Hintergründe aus der Region.</p><div class="teaser"><a href="/a"><h3>Hallenbad geschlossen</h3></a></div>',
    },
    'not-an-article: section-page',
  ],
  [
    'a breaking story of two lines at an address of one word',
    {
      path: '/bridge',
      title: 'Old bridge at Tarn closed to lorries after inspection',
      body: '<h1>Old bridge at Tarn closed to lorries after inspection</h1><p>The county closed the old bridge at Tarn to lorries on Tuesday after divers found a crack in its second pier.</p><p>A report is due on Friday, the county engineer said.</p><p><a href="/">Home</a></p>',
    },
    'extracted',
  ],
  [
    'the page of a reporter',
    {
      path: '/auteur/claire-le-goff',
      title: 'Claire Le Goff',
      body: '<script type="application/ld+json">{"@type":"ProfilePage"}</script><h1>Claire Le Goff</h1><p>Journaliste depuis 2016, Claire Le Goff couvre l’actualité des communes, les sports et la vie associative.</p>',
    },
    'not-an-article: section-page',
  ],
])('%s', (_, page, kind) => {
  expect(kindOf(page)).toBe(kind);
});
