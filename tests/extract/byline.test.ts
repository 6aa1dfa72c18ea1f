import { expect, test } from 'vitest';
import { extractArticle } from '../../lib/extract/index.ts';

const LINE =
  'The ferry had been due to leave the harbour at seven, but the wind kept it at its berth until after nine, the operator said.';

type Page = { readonly above?: string; readonly below?: string; readonly author?: string };

function bylineOf({ above = '', below = '', author }: Page): readonly string[] {
  const stated =
    author === undefined
      ? ''
      : `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry delayed","author":{"name":"${author}"}}</script>`;
  const body = `<html><head><title>Ferry delayed - Example News</title>${stated}</head><body><nav><a href="/m">Model Railways</a></nav>
    <h1>Ferry delayed</h1>${above}<div><p>${LINE}</p><p>${LINE} Again.</p>${below}</div></body></html>`;
  const outcome = extractArticle({ url: 'https://news.example/a', body });
  if (outcome.kind !== 'extracted') throw new Error(outcome.kind);
  return outcome.article.byline;
}

test.each<readonly [string, Page, readonly string[]]>([
  ['a Russian label', { above: '<div class="article__author">Текст: Алексей Громов</div>' }, ['Алексей Громов']],
  ['a Chinese label', { above: '<p><span class="author">作者：陈立新</span></p>' }, ['陈立新']],
  ['a Korean label and office', { above: '<ul><li>기자명 김지훈 기자</li></ul>' }, ['김지훈']],
  ['an Arabic label', { above: '<span class="writer">كتبت: سلمى الحداد</span>' }, ['سلمى الحداد']],
  ['words and pictures', { above: '<p class="by">Text und Fotos: Lena Farkas</p>' }, ['Lena Farkas']],
  [
    'a line with an office below it',
    { above: '<div class="x1"><div>Hannah Osei</div><div>Commodities correspondent</div></div>' },
    ['Hannah Osei'],
  ],
  [
    'a line with an address beside it',
    { above: '<div class="x1"><div>Erik Lindgren</div><a href="mailto:el@news.example">el@news.example</a></div>' },
    ['Erik Lindgren'],
  ],
  [
    'a line with a stamp beside it',
    { above: '<div class="x1"><span>Femke de Wit</span><span>4 september 2025</span></div>' },
    ['Femke de Wit'],
  ],
  [
    'nobody, where the line is a section’s name',
    { above: '<div class="x1"><span>Model Railways</span><span>4 September 2025</span></div>' },
    [],
  ],
  [
    'a signature at the other end of the line',
    { below: '<p style="text-align:right"><b>Minh Anh</b></p>' },
    ['Minh Anh'],
  ],
  ['nobody, where the last line is bold text', { below: `<p><b>${LINE}</b></p>` }, []],
  [
    'people rather than an account',
    { above: '<p><strong>By Dana Whitfield and Omar Reyes</strong></p>', author: 'mhadmin' },
    ['Dana Whitfield', 'Omar Reyes'],
  ],
  ['an account, where nobody else is named', { author: 'newsroom2' }, ['newsroom2']],
])('the byline is %s', (_, page, names) => {
  expect(bylineOf(page)).toEqual(names);
});
