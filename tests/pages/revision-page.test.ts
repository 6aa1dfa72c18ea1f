import * as fc from 'fast-check';
import { load } from 'cheerio';
import { expect, test } from 'vitest';
import { renderRevisionPage } from '../../lib/render/pages/index.ts';
import { article, change, comparison, ferryView, figure, fresh, gone, NO_TRAIL, row, same } from './examples.ts';

const page = (over: Parameters<typeof ferryView>[0] = {}) => load(renderRevisionPage(ferryView(over)));

test('the page says whose, when, how grave, and the figures before anything else', () => {
  const $ = page();
  expect($('h1').text().trim()).toBe('Fire aboard a ferry in the Sound kills six');
  expect($('.when').text()).toBe('Unchanged at 18:20, changed by 18:35 UTC, 26 Nov 2025');
  expect(
    $('.verdict li')
      .toArray()
      .map((chip) => $(chip).text()),
  ).toEqual(['MAJOR', 'No correction notice seen', '2 figures', 'quotation', 'moved']);
  expect(
    $('.facts li')
      .toArray()
      .map((line) => $(line).find('.about').text()),
  ).toEqual(['Killed', 'Hurt', 'Quotation, Ida Holm', 'Moved']);
  expect(
    $('.facts del, .facts ins')
      .toArray()
      .map((mark) => $(mark).text()),
  ).toEqual(['six', 'seven', '13', '15', 'at once', 'too late']);
});

test('a passage with several changes is shown once, its figures that became others apart', () => {
  const spans = [
    same('He will '),
    gone('not '),
    same('send '),
    gone('two'),
    fresh('three'),
    same(' ships, '),
    gone('allegedly'),
  ];
  const passage = { before: 'a', after: 'b', spans, passage: 4 };
  const claim = change({ ...passage, kind: 'claim', facts: [{ kind: 'claim', before: 'not', after: null }] });
  const hedge = change({ ...passage, kind: 'claim', facts: [{ kind: 'claim', before: 'allegedly', after: null }] });
  const ships = change({
    ...passage,
    kind: 'figure',
    facts: [{ kind: 'figure', before: figure('two', 'ships'), after: figure('three', 'ships') }],
  });
  const $ = page({ comparison: comparison([claim, hedge, ships]) });
  expect(
    $('.facts .about')
      .toArray()
      .map((about) => $(about).text()),
  ).toEqual(['Ships', 'Claim']);
  expect(
    $('.verdict li')
      .toArray()
      .map((chip) => $(chip).text())
      .slice(2),
  ).toEqual(['figure', '2 claims']);
});

test('every link inside the page leads somewhere', () => {
  const $ = page();
  for (const link of $('a[href^="#"]').toArray()) expect($(`[id="${$(link).attr('href')?.slice(1)}"]`)).toHaveLength(1);
});

test('a moved sentence is tied to both its places', () => {
  const $ = page();
  expect($('.moved-from .where a').attr('href')).toBe('#p5');
  expect($('.moved-to .where a').attr('href')).toBe('#was4');
});

test('a rewritten headline is shown as it is now, with what it was under it', () => {
  const before = article('Ferry fire kills six', []);
  const $ = page({ before });
  expect($('h1').text().trim()).toBe('Fire aboard a ferry in the Sound kills six');
  expect($('.was del').text()).toBe('Ferry fire kills six');
});

test('marks hug their words', () => {
  const $ = page({ rows: [row('edited', [same('Open '), gone('the '), fresh('two '), same('gates')], { after: 0 })] });
  expect($('.text del').text()).toBe('the');
  expect($('.text ins').text()).toBe('two');
});

test('what did not change is folded, but for the heading of what did', () => {
  const $ = page();
  expect(
    $('.fold > summary')
      .toArray()
      .map((fold) => $(fold).text()),
  ).toEqual(['1 paragraph unchanged', '1 paragraph unchanged']);
  expect($('.text > h3').text()).toBe('2The rescue');
});

test('cosmetic changes stay in the fold and are listed on demand, marked as such', () => {
  const quiet = change({
    kind: 'typography',
    severity: 'cosmetic',
    spans: [same('a '), gone('--'), fresh('—'), same(' b')],
  });
  const $ = page({
    comparison: comparison([quiet], { unannounced: false }),
    rows: [row('edited', quiet.spans, { before: 0, after: 0, changes: [0] })],
  });
  expect($('.fold > summary').text()).toBe('1 paragraph unchanged but for style');
  expect($('.more .about').text()).toBe('Typography, cosmetic');
  expect($('.facts').closest('details')).toHaveLength(1);
});

test('the page asks for nothing, runs nothing, and is not to be found', () => {
  const text = renderRevisionPage(ferryView());
  const $ = load(text);
  expect($('script, img, iframe, object, embed, video, audio, link[rel=stylesheet]')).toHaveLength(0);
  expect(
    $('link')
      .toArray()
      .map((link) => $(link).attr('href')),
  ).toEqual(['data:,']);
  expect($('meta[name=robots]').attr('content')).toContain('noindex');
  expect($('meta[name=referrer]').attr('content')).toBe('no-referrer');
  expect($('meta[http-equiv]').attr('content')).toMatch(/^default-src 'none'; style-src 'sha256-/u);
  expect($('style').text()).not.toMatch(/url\(|@import/u);
});

test.each([
  ['javascript:alert(1)', undefined],
  ['data:text/html,x', undefined],
  ['https://news.example/"onclick="x', 'https://news.example/"onclick="x'],
])('of an article at %s the link is %s', (url, href) => {
  const $ = page({ url });
  expect($('a.outward').first().attr('href')).toBe(href);
  expect($('[onclick]')).toHaveLength(0);
});

test('control and direction characters are shown, not obeyed', () => {
  const $ = page({ rows: [row('edited', [same('a\u202E'), fresh('b\u0007')], { after: 0 })] });
  expect($('.text').text().trim()).toBe('1a⟦U+202E⟧b␇');
});

test('an article in Arabic runs from right to left, the frame around it does not', () => {
  const after = article('حريق في عبّارة', ['قُتل سبعة أشخاص.'], { language: 'ar', direction: 'rtl' });
  const $ = page({ after, headline: after.headline });
  expect($('html').attr('lang')).toBe('en');
  expect($('.text').attr('dir')).toBe('rtl');
  expect($('.text').attr('lang')).toBe('ar');
  expect($('h1').attr('dir')).toBe('rtl');
});

test('a first sighting shows the text, a withdrawal what was seen', () => {
  const { publicationName, headline, url, changedBy, hash, previousHash } = ferryView();
  const head = { publicationName, headline, url, changedBy, hash, previousHash, unchangedAt: null, trail: NO_TRAIL };
  const first = load(
    renderRevisionPage({ ...head, kind: 'first-sighting', number: 1, article: ferryView().after, archived: null }),
  );
  expect(first('.when').text()).toBe('First seen 26 Nov 2025, 18:35 UTC');
  expect(first('.text > *')).toHaveLength(6);
  const withdrawn = load(
    renderRevisionPage({
      ...head,
      kind: 'availability',
      number: 3,
      before: 'live',
      after: 'gone',
      severity: 'major',
      detail: 'HTTP 410 on 3 visits',
      lastSeen: ferryView().after,
    }),
  );
  expect(withdrawn('.facts').text()).toContain('Withdrawn');
  expect(withdrawn('.facts').text()).toContain('HTTP 410 on 3 visits');
});

test('whatever text an article holds, the page has the same elements', () => {
  const elements = (text: string): string[] => {
    const words = [same(text), gone(text), fresh(text)];
    const $ = page({
      headline: text,
      publicationName: text,
      rows: [row('edited', words, { before: 0, after: 0 })],
      comparison: comparison([change({ kind: 'quote', before: text, after: text, spans: words })]),
    });
    return $('*')
      .toArray()
      .map(
        (element) =>
          `${$(element).prop('tagName')} ${Object.keys($(element).attr() ?? {})
            .sort()
            .join(' ')}`,
      );
  };
  const expected = elements('plain');
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1 }),
    fc.constantFrom(
      '</p><script>alert(1)</script>',
      '<!--',
      ']]>',
      '</style>',
      '</title><b>',
      '" onload="x',
      "' x='",
      '&lt;b&gt;',
    ),
  );
  fc.assert(
    fc.property(hostile, (text) => {
      expect(elements(`a${text}`)).toEqual(expected);
    }),
    { numRuns: 25 },
  );
});
