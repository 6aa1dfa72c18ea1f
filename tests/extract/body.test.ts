import { expect, test } from 'vitest';
import { extractArticle } from '../../lib/extract/index.ts';

const FIRST =
  'The ferry had been due to leave the harbour at seven, but the wind kept it at its berth until after nine, the operator said.';
const SECOND =
  'Forty passengers waited in the hall, where the harbour office served soup and lent them blankets for the night.';
const THIRD =
  'The next crossing is planned for Thursday morning, and every ticket that was bought for the night stays valid.';

const p = (...texts: readonly string[]): string => texts.map((text) => `<p>${text}</p>`).join('');

function linesOf(body: string, head = ''): readonly string[] {
  const page = `<html lang="en"><head><title>Ferry delayed</title></head><body><h1>Ferry delayed</h1>${head}<div>${body}</div></body></html>`;
  const outcome = extractArticle({ url: 'https://news.example/a', body: page });
  if (outcome.kind !== 'extracted') throw new Error(outcome.kind);
  return outcome.article.blocks.map(({ kind, text }) => (kind === 'caption' ? `[${text}]` : text));
}

test.each<readonly [string, string, readonly string[]]>([
  [
    'a heading, whatever part of a page its class is named for',
    `${p(FIRST)}<h2 class="header-anchor-post">The wind</h2>${p(SECOND)}`,
    [FIRST, 'The wind', SECOND],
  ],
  [
    'the entries of a list, each with a way to more of it below',
    `${p(FIRST)}<ol>${[SECOND, THIRD].map((text) => `<li><article><h3>A hall</h3><p>${text}</p><a href="/more">Read more</a></article></li>`).join('')}</ol>`,
    [FIRST, 'A hall', SECOND, 'A hall', THIRD],
  ],
  [
    'a text parted by line breaks, one line of which asks to follow the site',
    `${FIRST}<br><br>${SECOND}<br><br>Ακολουθήστε μας στο <a href="/g">Google News</a>`,
    [FIRST, SECOND],
  ],
  [
    'a sentence the standfirst has said before, where the story says it again',
    p(FIRST, SECOND, THIRD),
    [FIRST, SECOND, THIRD],
  ],
])('the story keeps %s', (_, body, lines) => {
  expect(linesOf(body, `<h2 class="subtitle">${THIRD}</h2>`)).toEqual(lines);
});

test.each<readonly [string, string]>([
  ['a Russian call to follow', '<p>Подписывайтесь на наш телеграм-канал, чтобы быть в курсе.</p>'],
  [
    'an Indonesian one, its verb in the second sentence',
    '<p>Simak berita kami di ponselmu. Pilih saluran kami di WhatsApp Channel.</p>',
  ],
  ['a Brazilian one', '<ul><li><b>Clique aqui para seguir o canal do GP no WhatsApp.</b></li></ul>'],
  ['a Hindi one', '<p>ताजा अपडेट के लिए हमें फेसबुक पर लाइक और ट्विटर पर फॉलो करें।</p>'],
  ['a newsletter’s box', '<div>Elke ochtend het nieuws in je mailbox? Schrijf je in.</div>'],
  ['a row of networks', '<div><a href="/f">Facebook</a><a href="/x">X</a><a href="/m">Email</a></div>'],
  ['counters', '<div><span>2,394 views</span> <span>246 shares</span></div>'],
  ['a video’s title', '<div><video src="v.mp4"></video><span>Storm names explained</span><span>01:19</span></div>'],
  [
    'the linked title beside another story’s picture',
    '<div><a href="/b"><img src="b.jpg"><span>Storm names explained</span></a></div>',
  ],
  ['a request for support', '<p>Enjoying this story? Support our journalism from just $2 a month.</p>'],
  ['a reading time', '<p>Lecture 3 min</p>'],
  [
    'a Chinese disclaimer',
    '<p>免责声明：本文仅代表作者个人观点，与本网无关。凡本网注明来源的作品，均转载自其他媒体。</p>',
  ],
  ['a pull quotation', '<blockquote>“the wind kept it at its berth until after nine”</blockquote>'],
  ['counters that name what they count first', '<p>Shares 1.2K</p>'],
  ['a time ago', '<p>an hour ago</p>'],
  ['a call for stories', '<p>Do you have a story for us? E-mail newsdesk@news.example</p>'],
  ['a player’s excuse', '<p>Unable to view this video? Click here to watch it on our site</p>'],
  [
    'a request for money',
    '<div><h3>Support local reporting</h3><p>We have a small favour to ask. Tens of thousands of readers trust our journalism.</p></div>',
  ],
  ['topics', '<p>Topics: <a href="/f">Ferries</a>, <a href="/h">Harbour</a></p>'],
  [
    'a list of links and its label',
    '<div><h3>Key events</h3><ul><li><a href="#a">11:40 Ferry terminal closed</a></li></ul></div>',
  ],
  ['a pull quotation of a few words', '<div class="pull">kept it at its berth until after nine</div>'],
  [
    'a pull quotation and who said it',
    '<figure><blockquote><p>kept it at its berth until after nine</p><cite>Maria Lindqvist</cite></blockquote></figure>',
  ],
  [
    'a pull quotation of a text since edited',
    '<p class="x">the strong wind kept it at its berth until after nine that night</p>',
  ],
])('the story leaves out %s', (_, noise) => {
  expect(linesOf(`${p(FIRST, SECOND, THIRD)}${noise}${p(`${THIRD} Again.`)}`)).toEqual([
    FIRST,
    SECOND,
    THIRD,
    `${THIRD} Again.`,
  ]);
});

test('a line under a picture that names who took it is a caption', () => {
  const body = `${p(FIRST)}<p align="center"><img src="a.jpg"></p><p align="center">首班列车上的乘客。本报记者 李强 摄</p>${p(SECOND)}`;
  expect(linesOf(body)).toEqual([FIRST, '[首班列车上的乘客。本报记者 李强 摄]', SECOND]);
});

test.each([
  ['a heading', '<p><strong>What the owners said</strong></p>', 'heading'],
  ['a heading, where line breaks part the text', '<b>What the owners said</b><br><br>', 'heading'],
  ['a sentence', '<p><strong>The owners said no.</strong></p>', 'paragraph'],
  ['a label', '<p><strong>The owners:</strong></p>', 'paragraph'],
  ['a line with a figure, which may be more', '<p><strong>Passengers stranded: 40</strong></p>', 'paragraph'],
  ['words of a paragraph', '<p><strong>What the owners said</strong> was no.</p>', 'paragraph'],
])('a line in bold over a text is %s', (_, line, kind) => {
  const page = `<html lang="en"><body><h1>Ferry delayed</h1><div>${p(FIRST, SECOND)}${line}${p(THIRD, FIRST + ' Again.')}</div></body></html>`;
  const outcome = extractArticle({ url: 'https://news.example/a', body: page });
  expect(outcome.kind === 'extracted' && outcome.article.blocks[2]?.kind).toBe(kind);
});

test('a raised digit stays raised, and the mark of a footnote is no digit', () => {
  const [, line] = linesOf(
    p(
      FIRST,
      'The hall of 340 m<sup>2</sup> held forty people<sup><a href="#fn1">1</a></sup> through the night.',
      SECOND,
    ),
  );
  expect(line).toBe('The hall of 340 m² held forty people through the night.');
});
