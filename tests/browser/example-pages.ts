/** One page of every kind, drawn from texts of our own: what the browser is shown, and what the README shows. */
import { compareArticles, redline } from '../../lib/compare/index.ts';
import {
  renderOverviewPage,
  renderPublicationPage,
  renderRevisionPage,
  renderTimeline,
  type ComparedView,
} from '../../lib/render/pages/index.ts';
import { EMPTY_GATHERING, gather, highlightsOf, linkedFrom, lineOf, OPEN_SITE } from '../../lib/render/site/index.ts';
import { article, availabilityRevision, ferryView, NO_TRAIL, textRevision } from '../pages/examples.ts';

const trail = {
  overview: '../../index.html',
  publication: { name: 'Example News', href: '../../publications/example-news/index.html' },
  timeline: 'index.html',
  previous: '00001.html',
  next: '00003.html',
};

const kept = [textRevision(1), textRevision(2), textRevision(3), availabilityRevision(4)].map((revision) =>
  lineOf({ revision, hash: '' }),
);
const lines = kept.map((line) => linkedFrom('articles/x/index.html', line, OPEN_SITE));

const highlights = highlightsOf(
  gather(EMPTY_GATHERING, kept, [kept]),
  '2025-11-28T12:00:00.000Z',
  'articles/x/index.html',
  OPEN_SITE,
);

const arabic = (): ComparedView => {
  const before = article('حريق على متن عبّارة يودي بحياة ستة أشخاص', [
    'اندلع حريق في مرآب السيارات على متن العبّارة «لينديس» مساء الثلاثاء.',
    { kind: 'heading', level: 2, text: 'عملية الإنقاذ' },
    'قال خفر السواحل إن 6 أشخاص قُتلوا وأصيب 13 آخرون.',
    '«رأينا الدخان على الفور»، قالت القبطان إيدا هولم.',
  ]);
  const after = article('حريق على متن عبّارة يودي بحياة سبعة أشخاص', [
    'اندلع حريق في مرآب السيارات على متن العبّارة «لينديس» مساء الثلاثاء.',
    { kind: 'heading', level: 2, text: 'عملية الإنقاذ' },
    'قال خفر السواحل إن 7 أشخاص قُتلوا وأصيب 15 آخرون.',
    { kind: 'list-item', text: 'أُغلق الميناء حتى إشعار آخر.' },
    '«رأينا الدخان متأخرين»، قالت القبطان إيدا هولم.',
  ]);
  return compared(rightToLeft(before), rightToLeft(after));
};

const rightToLeft = (one: ReturnType<typeof article>) => ({ ...one, language: 'ar', direction: 'rtl' as const });

/** Text that would act if it were taken for anything but text. */
const hostile = (): ComparedView => {
  const attack = `<script>document.title='owned'</script><img src=x onerror="document.title='owned'">`;
  const before = article('A plain headline', ['A plain sentence stands here.', 'x'.repeat(3_000)]);
  const after = article(`${attack} \u202Eenildaeh`, [
    `${attack} </p></div></main><style>*{display:none}</style> \u0007\u001B[31m \u202E\u2066`,
    'y'.repeat(3_000),
    { kind: 'heading', level: 2, text: '</h3><base href="https://evil.example/">' },
    '&lt;b&gt; &amp;amp; {{7*7}} ${7*7}',
  ]);
  return { ...compared(before, after), publicationName: attack, url: `javascript:document.title='owned'` };
};

function compared(before: ReturnType<typeof article>, after: ReturnType<typeof article>): ComparedView {
  const comparison = compareArticles(before, after);
  const rows = redline(before, after, comparison);
  return ferryView({ before, after, comparison, rows, headline: after.headline, trail });
}

export const examplePages = (): Readonly<Record<string, string>> => {
  const { publicationName, headline, url, changedBy, hash, previousHash, after } = ferryView();
  const head = { publicationName, headline, url, changedBy, hash, previousHash, unchangedAt: null, trail };
  return {
    revision: renderRevisionPage(ferryView({ trail })),
    'revision-rtl': renderRevisionPage(arabic()),
    'revision-hostile': renderRevisionPage(hostile()),
    'first-sighting': renderRevisionPage({
      ...head,
      kind: 'first-sighting',
      number: 1,
      article: after,
      archived: null,
    }),
    withdrawn: renderRevisionPage({
      ...head,
      kind: 'availability',
      number: 4,
      before: 'live',
      after: 'gone',
      severity: 'major',
      detail: 'HTTP 410 on 3 visits since 18:20 UTC',
      lastSeen: after,
    }),
    timeline: renderTimeline({
      publicationName: 'Example News',
      headline,
      direction: 'ltr',
      language: 'en',
      url,
      trail: { ...NO_TRAIL, overview: trail.overview, publication: trail.publication },
      lines,
      figures: [
        {
          about: 'killed',
          unit: null,
          points: [
            { number: 1, text: 'six', value: 6 },
            { number: 2, text: 'seven', value: 7 },
            { number: 3, text: 'nine', value: 9 },
          ],
        },
      ],
      availability: { state: 'gone', since: '2025-11-27T04:00:00.000Z' },
      chain: { kind: 'intact' },
      compare: { kind: 'form', action: 'compare' },
    }),
    publication: renderPublicationPage({
      name: 'Example News',
      overview: '../../index.html',
      feeds: [{ name: 'Stop Press: Example News', href: 'feed.atom' }],
      highlights,
    }),
    overview: renderOverviewPage({
      asOf: '2025-11-28T12:00:00.000Z',
      feeds: [{ name: 'Stop Press: every revision', href: 'feed.atom' }],
      highlights,
      publications: [
        {
          name: 'Example News',
          href: 'publications/example-news/index.html',
          articles: 1,
          revisions: 3,
          major: 3,
          lastAt: '2025-11-27T04:00:00.000Z',
          silent: false,
        },
        { name: 'Quiet Post', href: null, articles: 0, revisions: 0, major: 0, lastAt: null, silent: true },
      ],
    }),
  };
};
