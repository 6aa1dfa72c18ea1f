/**
 * The one style sheet, put into every page. Marks never rest on colour alone: what was removed is struck, what was
 * added underlined, and both are announced to a screen reader by generated text. Every pair of ink and ground here was
 * measured at 4.5 : 1 or more in both schemes (tests/browser).
 */
import { contentHash } from '../../hash.ts';
import { trusted, type Markup } from './html.ts';

const SOURCE = `
:root {
  color-scheme: light dark;
  --paper: #fcfbf8; --card: #f3f1ea; --ink: #1d1b18; --soft: #5d5850; --rule: #d9d4c8; --link: #1a4f8b;
  --ins: #dcf1dd; --ins-ink: #0c4a1c; --del: #fae0dc; --del-ink: #8c1d12; --move: #e9e4f6; --move-ink: #4b2f8f;
  --major: #ab1218; --notable: #8a5200; --minor: #4b5563;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #161513; --card: #211f1c; --ink: #ece9e2; --soft: #aaa497; --rule: #3a3732; --link: #8fbcf2;
    --ins: #12351c; --ins-ink: #b4efc1; --del: #431a17; --del-ink: #ffc4bc; --move: #2b2447; --move-ink: #d3c6ff;
    --major: #ff8f86; --notable: #f2b65c; --minor: #b6bdc9;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
body {
  margin: 0; background: var(--paper); color: var(--ink); overflow-wrap: anywhere;
  font: 1.125rem/1.6 "Iowan Old Style", "Palatino Linotype", Palatino, Charter, "Noto Serif", Georgia, serif;
}
a { color: var(--link); text-decoration-thickness: .06em; text-underline-offset: .16em; }
:focus-visible { outline: .18rem solid var(--link); outline-offset: .12rem; border-radius: .15rem; }
.skip { position: absolute; inset-inline-start: -99rem; }
.skip:focus { inset-inline-start: 1rem; top: .5rem; background: var(--paper); padding: .4rem .8rem; }
.masthead, main, .foot { max-width: 46rem; margin-inline: auto; padding-inline: 1.25rem; }
.masthead, .foot, .kicker, .was > span:first-child, .when, .top, .numbers span, .verdict, .facts, .fold > summary, .more > summary, .n, .record, .where, .pager, .go, form, table, figcaption, .note {
  font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
}
.masthead { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; align-items: baseline; padding-block: 1rem .7rem; font-size: .875rem; }
.masthead strong { letter-spacing: .02em; }
.masthead ol { display: flex; flex-wrap: wrap; gap: .2rem .5rem; list-style: none; margin: 0; padding: 0; color: var(--soft); }
.masthead li + li::before { content: "/"; padding-inline-end: .5rem; color: var(--soft); }
main { padding-block: 1.2rem 3rem; border-top: .2rem solid var(--ink); }
.kicker { margin: 0 0 .8rem; font-size: .875rem; color: var(--soft); }
h1 { font-size: clamp(1.7rem, 1.2rem + 2.4vw, 2.6rem); line-height: 1.16; letter-spacing: -.012em; margin: 0 0 .7rem; text-wrap: balance; }
h2 { font-size: 1.05rem; margin: 2.4rem 0 .9rem; padding-top: .7rem; border-top: .06rem solid var(--rule); }
h3 { font-size: 1.2rem; line-height: 1.3; margin: 1.8rem 0 .6rem; }
.was { margin: -.1rem 0 .8rem; font-size: 1.1875rem; line-height: 1.4; } .was > span:first-child { font-size: .9375rem; color: var(--soft); }
.when { margin: 0 0 1rem; color: var(--soft); font-size: .9375rem; }
.verdict { display: flex; flex-wrap: wrap; gap: .4rem .5rem; list-style: none; margin: 0 0 1rem; padding: 0; font-size: .875rem; line-height: 1.35; }
.verdict li { border: .06rem solid var(--rule); border-radius: 1rem; padding: .16rem .7rem; }
.verdict .quiet { color: var(--soft); border-style: dashed; }
.verdict .badge { font-weight: 700; letter-spacing: .05em; border: .12rem solid currentColor; padding-block: .1rem; }
.verdict .seen { font-weight: 600; border-color: currentColor; }
.major { color: var(--major); } .notable { color: var(--notable); } .minor { color: var(--minor); }
.badge.major { background: var(--major); color: var(--paper); border-color: var(--major); }
.facts { margin: 1.4rem 0 0; padding: 0; list-style: none; }
.facts li { display: grid; grid-template-columns: 9.5rem 1fr; gap: .1rem 1rem; padding-block: .65rem; border-top: .06rem solid var(--rule); }
.facts .about { color: var(--soft); font-size: .9375rem; padding-top: .12rem; }
.facts .told { font: 1.125rem/1.5 "Iowan Old Style", "Palatino Linotype", Palatino, Charter, "Noto Serif", Georgia, serif; }
.facts .pair { font-size: 1.5rem; line-height: 1.3; font-variant-numeric: lining-nums; }
.facts .to { color: var(--soft); padding-inline: .45rem; }
.facts .go { font-size: .8125rem; white-space: nowrap; }
ins, del { border-radius: .14em; padding: .03em .1em; margin-inline: .02em; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
ins { background: var(--ins); color: var(--ins-ink); text-decoration: underline; text-decoration-thickness: .08em; text-underline-offset: .18em; }
del { background: var(--del); color: var(--del-ink); text-decoration: line-through; text-decoration-thickness: .08em; }
del + ins { margin-inline-start: .25em; }
del::before, del::after, ins::before, ins::after { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
ins.moved { background: var(--move); color: var(--move-ink); text-decoration: none; border-bottom: .1em dotted; }
del.moved { background: none; color: var(--soft); text-decoration: none; border-bottom: .1em dotted; }
del.moved::before { content: " [moved away: "; } ins.moved::before { content: " [moved here: "; }
del::before { content: " [removed: "; } ins::before { content: " [added: "; } del::after, ins::after { content: "] "; }
.text { position: relative; }
.text > *, .text .fold > :not(summary) { position: relative; margin: 0 0 1.05rem; padding-inline-start: 1.1rem; border-inline-start: .2rem solid transparent; }
.text h3 { margin-top: 1.7rem; }
.text .standfirst { font-style: italic; font-size: 1.2rem; } .text .byline, .text .caption, .text .table-row { font-size: .9375rem; color: var(--soft); }
.text blockquote { padding-inline-start: 2.2rem; } .text pre { white-space: pre-wrap; font-size: .9rem; } .text .post { white-space: pre-line; }
.text .list-item { padding-inline-start: 2.3rem; } .text .list-item::before { content: "•"; position: absolute; inset-inline-start: 1.35rem; }
.text .notice { background: var(--card); padding: .6rem 1.1rem; font-style: italic; }
.text .edited { border-color: var(--notable); }
.text .added { border-color: var(--ins-ink); } .text .removed { border-color: var(--del-ink); border-inline-start-style: double; }
.text .moved-to { border-color: var(--move-ink); } .text .moved-from { border-color: var(--move-ink); border-inline-start-style: dotted; color: var(--soft); }
.where { display: inline-block; font-size: .8125rem; background: var(--move); color: var(--move-ink); border-radius: .3rem; padding: 0 .5rem; margin-inline-end: .5rem; }
.where a { color: inherit; }
.n { position: absolute; white-space: nowrap; inset-inline-end: 100%; margin-inline-end: .55rem; font-size: .75rem; line-height: 1.8rem; color: var(--soft); text-decoration: none; font-weight: 400; font-style: normal; }
.n:hover, .n:focus-visible { text-decoration: underline; }
:target { background: var(--card); box-shadow: 0 0 0 .4rem var(--card); }
.text .fold { border: 0; padding: 0; }
.fold > summary, .more > summary { cursor: pointer; color: var(--soft); font-size: .875rem; padding: .25rem 1.1rem; width: fit-content; border-radius: .3rem; }
.fold > summary:hover, .more > summary:hover { color: var(--ink); background: var(--card); }
.fold[open] > summary { margin-bottom: .8rem; }
.note { color: var(--soft); font-size: .875rem; }
.record { font-size: .875rem; line-height: 1.5; margin: 0; display: grid; grid-template-columns: 9.5rem 1fr; gap: .35rem 1rem; }
.record dt { color: var(--soft); } .record dd { margin: 0; } code { font: .85em/1.4 ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; }
.pager { display: flex; flex-wrap: wrap; gap: .5rem 2rem; justify-content: space-between; margin-top: 2.4rem; font-size: .9375rem; }
.foot { padding-block: 1.2rem 2.4rem; color: var(--soft); font-size: .8125rem; border-top: .06rem solid var(--rule); }
.list { list-style: none; margin: 0; padding: 0; }
.list > li { padding-block: .8rem; border-top: .06rem solid var(--rule); }
.list > li:first-child { border-top: 0; padding-top: 0; } .more .list > li:first-child { border-top: .06rem solid var(--rule); padding-top: .8rem; }
.list .top b { color: var(--ink); font-weight: 600; }
.list .top { display: flex; flex-wrap: wrap; gap: .1rem .8rem; align-items: baseline; font-size: .875rem; color: var(--soft); }
.list .title { display: block; font-size: 1.15rem; line-height: 1.35; } .list .said { font-size: 1rem; margin: .15rem 0 0; }
.sev { font-weight: 700; letter-spacing: .04em; font-size: .75rem; text-transform: uppercase; }
.numbers { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: 1rem; margin: 1.4rem 0 0; padding: 0; list-style: none; }
.numbers b { display: block; font-size: 2rem; line-height: 1.2; font-weight: 600; font-variant-numeric: lining-nums; } .numbers span { font-size: .875rem; color: var(--soft); }
figure { margin: 1.2rem 0; } figcaption { font-size: .875rem; color: var(--soft); margin-top: .4rem; }
svg { display: block; width: 100%; height: auto; font: 13px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
svg .axis { stroke: var(--rule); } svg .tick { fill: var(--soft); } svg .label { fill: var(--ink); paint-order: stroke; stroke: var(--paper); stroke-width: 4; }
svg .plus { fill: var(--ins-ink); } svg .minus { stroke: var(--del-ink); stroke-width: 1.5; } svg .trail { fill: none; stroke: var(--link); stroke-width: 2; }
svg .dot { fill: var(--paper); stroke: var(--link); stroke-width: 2; } svg .hatch { stroke: var(--del-ink); stroke-width: 1.5; }
svg .day { fill: var(--card); stroke: var(--minor); stroke-width: 1.2; } svg .bar.major { fill: var(--major); }
@media (min-width: 64rem) {
  .wide .masthead, .wide main, .wide .foot { max-width: 74rem; } .columns { display: grid; grid-template-columns: 1fr 1fr; gap: 0 3rem; } .wide figure { max-width: 46rem; }
}
.alarm { border: .12rem solid var(--notable); border-radius: .3rem; padding: .5rem .9rem; font-size: 1rem; }
.feeds { columns: 16rem; font-size: 1rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; } th, td { text-align: start; vertical-align: top; padding: .45rem .8rem .45rem 0; border-top: .06rem solid var(--rule); }
th { font-weight: 600; color: var(--soft); } td.num { font-variant-numeric: tabular-nums; white-space: nowrap; }
form { display: flex; flex-wrap: wrap; gap: .6rem; align-items: end; font-size: .9375rem; } label { display: grid; gap: .2rem; color: var(--soft); font-size: .875rem; }
select, button { font: inherit; color: var(--ink); background: var(--card); border: .06rem solid var(--soft); border-radius: .3rem; padding: .35rem .7rem; }
@media (max-width: 58rem) { .n { position: static; margin-inline-end: .5rem; } }
@media (max-width: 34rem) {
  body { font-size: 1.0625rem; }
  /* Charts shrink with the screen, and their words must not. */
  svg { font-size: 20px; }
  .numbers { grid-template-columns: repeat(3, 1fr); } .numbers:has(> :nth-child(4)) { grid-template-columns: 1fr 1fr; } .numbers b { font-size: 1.6rem; } .numbers span { display: block; line-height: 1.3; }
  .masthead li:last-child:not(:only-child) { display: none; }
  .facts li, .record { grid-template-columns: 1fr; } .record { gap: 0; } .record dd { margin-bottom: .6rem; }
  .text > *, .text .fold > :not(summary) { padding-inline-start: .7rem; }
}
@media print {
  body { background: none; color: #000; font-size: 11pt; }
  .masthead ol, .skip, .pager, .n, .go, form { display: none; }
  .masthead, main, .foot { max-width: none; } .text > * { break-inside: avoid; }
  ins, del, .badge.major { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .outward:not(.record *)::after { content: " (" attr(href) ")"; font-size: .8em; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
`;

const STYLE = SOURCE.replaceAll(/\/\*.*?\*\//gsu, '')
  .replaceAll(/\s+/gu, ' ')
  .replaceAll(/ ?([{};,]) ?/gu, '$1')
  .replaceAll(/;\}/gu, '}')
  .trim();

export const styleElement: Markup = trusted(`<style>${STYLE}</style>`);

/** For the page's Content-Security-Policy: this style sheet and nothing else may be applied, loaded or run. */
export const STYLE_SOURCE = `'sha256-${Buffer.from(contentHash(STYLE), 'hex').toString('base64')}'`;
