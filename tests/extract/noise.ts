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

/** Puts markup after the paragraph that ends the longest run of long ones; the page stays as it is when it has none. */
function afterLastParagraph(html: string, insert: string): string {
  const runs = [...html.matchAll(/(?:<p[\s>](?:(?!<\/p>|<p[\s>])[\s\S]){80,4000}<\/p>\s*){3,200}/giu)];
  const longest = runs.sort((one, other) => other[0].length - one[0].length)[0];
  if (!longest) return html;
  const place = longest.index + longest[0].trimEnd().length;
  return html.slice(0, place) + insert + html.slice(place);
}

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
  'promotions in prose': (html, random) =>
    betweenParagraphs(
      html,
      random,
      pick(random, [
        `<aside class="${hash(random)}"><p>Our reporters have covered this coast for forty years, and readers like you make it possible. <a href="/join?c=${count(random)}">Become a member</a> from £${count(random)} a year.</p></aside>`,
        `<div class="${hash(random)}"><p>Enjoying this article? Subscribe for unlimited access to all our reporting, now ${count(random)} pence a week.</p><a href="/subscribe">Subscribe now</a></div>`,
        `<div class="${hash(random)}"><p><em>Sign up to our weekly briefing, in which our correspondents explain what ${count(random)} readers asked about the news of the week.</em></p></div>`,
        `<p class="${hash(random)}"><a href="/app?x=${count(random)}">Download our app for the latest news and alerts on your phone.</a></p>`,
      ]),
    ),
  'a card with a teaser': (html, random) =>
    betweenParagraphs(
      html,
      random,
      `<div class="${hash(random)}"><a href="/story-${count(random)}"><img src="/i${count(random)}.jpg" alt=""><h3>${pick(random, HEADLINES)}</h3><p>The harbour had been quiet for weeks before the inquiry opened, and few in the town expected what came of it.</p></a></div>`,
    ),
  'related stories with pictures': (html, random) =>
    betweenParagraphs(
      html,
      random,
      `<section class="${hash(random)}"><h3>${pick(random, ['More on this story', 'You may also like', 'Mehr zum Thema', 'Sur le même sujet'])}</h3>${`<article><a href="/s${count(random)}"><img src="/p${count(random)}.jpg" alt=""><h4>${pick(random, HEADLINES)}</h4></a><span>${count(random)} min</span></article>`.repeat(2)}</section>`,
    ),
  'an advertisement that says so': (html, random) =>
    betweenParagraphs(
      html,
      random,
      `<div class="${hash(random)}"><span>${pick(random, ['Story continues below advertisement', 'ADVERTISEMENT', 'Der Artikel wird nach der Anzeige fortgesetzt', 'La suite après cette publicité'])}</span><iframe src="/ad?${count(random)}"></iframe></div>`,
    ),
  'a newsletter box in words': (html, random) =>
    betweenParagraphs(
      html,
      random,
      `<div class="${hash(random)}"><strong>The Morning Briefing</strong><p>Enter your email address to get the day’s news before breakfast.</p><input type="email" placeholder="you@example.org"><button>Sign me up</button><p>By signing up you agree to our <a href="/terms">terms</a> and <a href="/privacy">privacy policy</a>.</p></div>`,
    ),
  'a consent banner in the page': (html, random) =>
    html.replace(
      /<(?:main|article)\b[^>]*>/iu,
      (tag) =>
        `${tag}<div class="${hash(random)}"><p>We use cookies and similar technologies to measure our audience and to show you advertising. ${count(random)} partners may store information on your device.</p><button>Accept all</button><button>Reject all</button></div>`,
    ),
  'a meter': (html, random) =>
    afterBodyBegins(
      html,
      `<div class="${hash(random)}"><p>You have ${count(random)} free articles left this month. <a href="/subscribe">Subscribe</a></p></div>`,
    ),
  'share bars with counts': (html, random) =>
    betweenParagraphs(
      html,
      random,
      `<ul class="${hash(random)}"><li><a href="https://facebook.example/s">Facebook <b>${count(random)}</b></a></li><li><a href="https://x.example/s">X</a></li><li><a href="mailto:?x">Email</a></li></ul>`,
    ),
  'stamps and reading times below the headline': (html, random) =>
    html.replace(
      /<\/h1>/iu,
      (tag) =>
        `${tag}<div class="${hash(random)}"><span>${count(random)} views</span> <span>${1 + Math.floor(random() * 9)} min read</span> <span>Updated ${1 + Math.floor(random() * 9)} hours ago</span></div>`,
    ),
  'counters under the text': (html, random) =>
    afterLastParagraph(
      html,
      `<div class="${hash(random)}"><span>${count(random)} views</span> <span>${count(random)} shares</span></div>`,
    ),
  'a video with its title': (html, random) =>
    betweenParagraphs(
      html,
      random,
      `<div class="${hash(random)}"><video src="/v/${count(random)}.mp4"></video><span>${pick(random, HEADLINES)}</span><span>01:24</span></div>`,
    ),
  'a request for support': (html, random) =>
    afterLastParagraph(html, `<p>Enjoying this story? Support our journalism from just $${count(random)} a month.</p>`),
  'a row of networks': (html, random) =>
    betweenParagraphs(
      html,
      random,
      `<div class="${hash(random)}"><a href="/f">Facebook</a><a href="/x">X</a><a href="/m">Email</a></div>`,
    ),
  'a player': (html, random) =>
    betweenParagraphs(
      html,
      random,
      `<div class="${hash(random)}"><video src="/v${count(random)}.mp4"></video><button>Play</button><span>0:00 / 2:${10 + Math.floor(random() * 49)}</span></div>`,
    ),
  'comments inside the article': (html, random) =>
    afterLastParagraph(
      html,
      `<div class="${hash(random)}"><h3>Comments (${count(random)})</h3><ul><li><b>ferryman${count(random)}</b> <span>2 hours ago</span><p>Never in all my years on this coast have I seen the harbour board admit that anything was its own fault.</p><a href="#r">Reply</a></li></ul></div>`,
    ),
  'pictures behind scripts': (html, random) =>
    html.replace(/<img\b[^>]*\bsrc="(https?:[^"]+)"[^>]*>/giu, (tag, source: string) =>
      random() < 0.7 ? tag : `${tag.replace(/\ssrc="/iu, ' data-src="')}<noscript><img src="${source}"></noscript>`,
    ),
  'the day and the weather': (html, random) =>
    afterBodyBegins(
      html,
      `<div class="${hash(random)}"><span>Tuesday, 3 March 2026</span> <span>${count(random)}°C</span></div>`,
    ),
} as const satisfies Record<string, Mutation>;

/** Several mutations, one after the other. */
export function addNoise(html: string, random: Random, rounds = 6): string {
  let noisy = html;
  for (let round = 0; round < rounds; round++) noisy = pick(random, Object.values(MUTATIONS))(noisy, random);
  return noisy;
}
