import stringWidth from 'string-width';
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import {
  renderComparison,
  renderComparisonMarkdown,
  renderHistory,
  renderRedline,
} from '../../lib/render/terminal/index.ts';
import { availabilityRevision, comparison, ferry, fresh, gone, row, same, textRevision } from '../pages/examples.ts';

const head = {
  publicationName: 'Example News',
  headline: ferry.after.headline,
  number: 3,
  unchangedAt: '2025-11-26T18:20:00.000Z',
  changedBy: '2025-11-26T18:35:00.000Z',
};
const plain = { width: 64, colour: false };

test('a comparison says whose, when, how grave, which facts, and shows the words', () => {
  expect(`\n${renderComparison(head, ferry.comparison, ferry.rows, plain)}\n`).toBe(`
Example News · revision 3
Fire aboard a ferry in the Sound kills six
Unchanged at 18:20, changed by 18:35 UTC, 26 Nov 2025
MAJOR · no correction notice seen · 2 figures · quotation ·
moved

  killed    six → seven
  hurt      13 → 15
  Ida Holm  at once → too late

   ⋯ 1 paragraph unchanged

   The rescue

~  At least [-six-] {+seven+} people were killed and [-13-]
   {+15+} others were hurt, the coastguard said.

↑  (moved from here) The boat was built in 1998.

   ⋯ 1 paragraph unchanged

↓  (moved here) The boat was built in 1998.

~  “We saw the smoke [-at once-] {+too late+},” said Ida Holm,
   the captain.
`);
});

test('the same articles compared say so', () => {
  expect(
    renderComparison({ ...head, number: null, publicationName: null, changedBy: null }, comparison([]), [], plain),
  ).toBe('Fire aboard a ferry in the Sound kills six\n\nNothing changed.');
});

test.each([24, 40, 80, 120])('at a width of %i cells no line is wider, in colour or not, in any script', (width) => {
  const rows = [
    ...ferry.rows,
    row('edited', [
      same('事故で'),
      gone('六人'),
      fresh('七人'),
      same('が死亡したと海上保安庁が火曜日に発表しましたが、捜索は続いています。'),
    ]),
    row('added', [fresh('x'.repeat(300))]),
    row('removed', [gone('قال خفر السواحل يوم الثلاثاء إن سبعة أشخاص لقوا حتفهم في الحريق.')]),
  ];
  for (const colour of [true, false]) {
    const text = renderComparison(head, ferry.comparison, rows, { width, colour });
    for (const line of text.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(width);
  }
});

test('with colour the words are struck and underlined, and read the same without their escapes', () => {
  const text = renderRedline([row('edited', [gone('six'), fresh('seven')])], { width: 40, colour: true });
  expect(text).toContain('\u001B[9m');
  expect(text).toContain('\u001B[4m');
  expect(stripVTControlCharacters(text)).toBe('~  six seven');
});

test('a run of nothing but blanks is named, so that it can be seen', () => {
  const rows = [row('edited', [same('10'), gone('\u00A0'), fresh('\u00AD'), same('km')])];
  expect(renderRedline(rows, plain)).toBe('~  10[-⍽-] {+⟦U+00AD⟧+}km');
});

test('a history has a line for each revision', () => {
  const revisions = [textRevision(1), textRevision(2), availabilityRevision(3)];
  expect(`\n${renderHistory(revisions, { width: 72, colour: false })}\n`).toBe(`
Example News
Fire aboard a ferry in the Sound kills six

1  26 Nov 2025 18:35            First seen
2  26 Nov 2025 19:35  MAJOR     killed six → seven, hurt 13 → 15;
                                quotation of Ida Holm altered · no
                                correction notice seen
3  27 Nov 2025 03:00  MAJOR     Withdrawn: HTTP 410 on 3 visits since
                                18:20 UTC
`);
});

test('Markdown shows the altered blocks and lets no text become markup', () => {
  const rows = [row('edited', [same('a <b>*x*</b> '), gone('[y](z) '), fresh('_w_ '), same('# not a heading')])];
  expect(
    renderComparisonMarkdown(
      head,
      comparison([ferry.comparison.changes[0]].filter((change) => change !== undefined)),
      rows,
    ),
  ).toBe(
    String.raw`## Fire aboard a ferry in the Sound kills six

Example News

Unchanged at 18:20, changed by 18:35 UTC, 26 Nov 2025

**major** · no correction notice seen · 2 figures

- killed: six → seven
- hurt: 13 → 15

> a \<b\>\*x\*\</b\> ~~\[y\]\(z\)~~ **\_w\_** \# not a heading
`,
  );
});

test('without colour no escape sequence is written, whatever the article holds', () => {
  const hostile = [row('edited', [same('a\u001B[31m'), gone('b\u009B2J'), fresh('\u202Ec\r')])];
  const text = renderRedline(hostile, plain);
  expect(text).toBe('~  a␛[31m[-b⟦U+009B⟧2J-] {+⟦U+202E⟧c␍+}');
});
