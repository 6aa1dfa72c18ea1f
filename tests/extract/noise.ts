/**
 * What changes between two fetches of a page whose article did not change, as mutations of its markup. Every value
 * comes from `random`, so a failing case can be repeated.
 */
export type Random = () => number;

/** A small generator with a seed (mulberry32). */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export type Mutation = (html: string, random: Random) => string;

const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
const hash = (random: Random): string => `css-${Math.floor(random() * 0xffffffff).toString(36)}`;
const count = (random: Random): string => String(Math.floor(random() * 9000) + 10);

const HEADLINES = [
  'Harbour master resigns after inquiry',
  'Five things to know this morning',
  'Council votes on the new tram line tonight',
  'Why the price of bread will not fall',
  'Der Streit um die Brücke geht weiter',
  'El puerto cierra por el temporal',
] as const;

/** Puts markup between two paragraphs chosen at random; the page stays as it is when it has none. */
function betweenParagraphs(html: string, random: Random, insert: string): string {
  const closed = ranges(html);
  const places = [...html.matchAll(/<\/p>\s*(?=<p[\s>])/giu)]
    .map((match) => match.index + match[0].length)
    .filter((place) => !closed.some(([from, to]) => place > from && place < to));
  if (places.length === 0) return html;
  const place = pick(random, places);
  return html.slice(0, place) + insert + html.slice(place);
}

/** Where publishers' systems insert nothing: scripts, comments, quotations. */
const ranges = (html: string): readonly (readonly [from: number, to: number])[] =>
  [...html.matchAll(/<(script|style|template|blockquote)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->/giu)].map((match) => [
    match.index,
    match.index + match[0].length,
  ]);

const beforeBodyEnds = (html: string, insert: string): string => {
  const at = html.toLowerCase().lastIndexOf('</body>');
  return at === -1 ? html : html.slice(0, at) + insert + html.slice(at);
};
const afterBodyBegins = (html: string, insert: string): string => html.replace(/<body[^>]*>/iu, (tag) => tag + insert);

const link = (random: Random): string =>
  `<a href="/story-${count(random)}"><span class="${hash(random)}">${pick(random, HEADLINES)}</span></a>`;

export const MUTATIONS = {
  'related links': (html, random) =>
    betweenParagraphs(
      html,
      random,
      `<div class="${hash(random)} related"><h3>Related</h3><ul><li>${link(random)}</li><li>${link(random)}</li></ul></div>`,
    ),
  'related links without a name': (html, random) =>
    betweenParagraphs(
      html,
      random,
      `<div class="${hash(random)}"><ul><li>${link(random)}</li><li>${link(random)}</li></ul></div>`,
    ),
  'a linked card': (html, random) =>
    betweenParagraphs(
      html,
      random,
      `<div class="${hash(random)}"><a href="/x${count(random)}"><img src="/i${count(random)}.jpg" alt=""><h4>${pick(random, HEADLINES)}</h4></a></div>`,
    ),
  counters: (html, random) =>
    betweenParagraphs(
      html,
      random,
      `<div class="${hash(random)}">${count(random)} ${pick(random, ['views', 'comments', 'shares'])}</div>`,
    ),
  'advertisement slots': (html, random) =>
    betweenParagraphs(
      html,
      random,
      `<div class="${hash(random)}" id="div-gpt-ad-${count(random)}"><p>${pick(random, ['Advertisement', 'Anzeige', 'Publicité', 'Publicidad'])}</p></div>`,
    ),
  'empty advertisement slots': (html, random) =>
    betweenParagraphs(html, random, `<div id="slot-${count(random)}"></div>`),
  'inline promotions': (html, random) =>
    betweenParagraphs(
      html,
      random,
      `<p><strong>${pick(random, ['Read more', 'READ ALSO', 'Lesen Sie auch', 'Lire aussi'])}:</strong> ${link(random)}</p>`,
    ),
  'newsletter boxes': (html, random) =>
    betweenParagraphs(
      html,
      random,
      `<div class="${hash(random)}"><h3>Sign up for our newsletter</h3><p>Get the stories of the day in your inbox, ${pick(random, ['every morning', 'at noon', 'each evening'])}.</p><form><input type="email"><button>Go</button></form></div>`,
    ),
  'consent banners': (html, random) =>
    afterBodyBegins(
      html,
      `<div class="${hash(random)}" role="dialog" aria-modal="true"><h2>We value your privacy</h2><p>We and our ${count(random)} partners store and access information on a device, such as cookies, and process personal data, with your consent, for the purposes described here.</p><button>Accept</button></div>`,
    ),
  'a breaking-news bar': (html, random) =>
    afterBodyBegins(html, `<div class="${hash(random)} breaking">${link(random)}</div>`),
  'most-read lists': (html, random) =>
    beforeBodyEnds(
      html,
      `<section class="${hash(random)}"><h2>Most read</h2><ol>${`<li>${link(random)}</li>`.repeat(1 + Math.floor(random() * 5))}</ol></section>`,
    ),
  comments: (html, random) =>
    beforeBodyEnds(
      html,
      `<section id="comments" class="${hash(random)}"><h3>${count(random)} comments</h3><article><p>I was there, and I can tell you that it was nothing like what this paper says, by a long way, number ${count(random)}.</p></article></section>`,
    ),
  'hashed classes': (html, random) => html.replace(/\bcss-[a-z0-9]{4,}\b/gu, () => hash(random)),
  'lazy images': (html, random) =>
    html.replace(/<img\s+(?=[^>"]*"[^>]*\bsrc=")/giu, (tag) =>
      random() < 0.5 ? tag : '<img loading="lazy" data-pending ',
    ),
  'white space between elements': (html, random) =>
    html.replace(/>\s*\n\s*</gu, (gap) => (random() < 0.5 ? gap : '>\n\n  <')),
  'tokens and identifiers': (html, random) =>
    html.replace(/<body/iu, `<body data-session="${count(random)}" data-build="${hash(random)}"`),
  'scripts and styles': (html, random) =>
    beforeBodyEnds(html, `<style>.${hash(random)}{color:red}</style><script>window.t=${count(random)};</script>`),
} as const satisfies Record<string, Mutation>;

/** Several mutations, one after the other. */
export function addNoise(html: string, random: Random, rounds = 6): string {
  let noisy = html;
  for (let round = 0; round < rounds; round++) noisy = pick(random, Object.values(MUTATIONS))(noisy, random);
  return noisy;
}
