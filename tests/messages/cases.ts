/**
 * What the golden messages are made of: two states of a short article each, compared for real. One case for each kind
 * of change, then mixed ones as they come in life. All texts are ours.
 */
import type { Alert, AvailabilityAlert, TextAlert } from '../../lib/alert.ts';
import type { Article, Block } from '../../lib/article.ts';
import { compareArticles, type CompareContext } from '../../lib/compare/index.ts';
import type { Comparison } from '../../lib/change.ts';
import type { Channel } from '../../lib/revision.ts';
import { articleOf } from './article-of.ts';

type Texts = readonly (string | Block)[];
type State = Partial<Omit<Article, 'blocks'>> & { readonly blocks?: Texts };
export type Case = {
  readonly name: string;
  /** What compareArticles says of the two states today; null where the case is one of availability. */
  readonly compare: () => Comparison | null;
  /** With the comparison as recorded, or as it is today. */
  readonly alertFor: (channel: Channel, comparison?: Comparison) => Alert;
};

const HEADLINE = 'Ferry runs aground off Halm island in heavy swell';
const OPENING =
  'A ferry carrying holidaymakers ran aground off the island of Halm on Tuesday evening after losing power in heavy swell.';
const QUOTE =
  '“The engine alarm had been going for an hour before anyone told us,” said passenger Irene Valdos. “It was a nightmare for the children.”';
const RESCUE = heading('Rescue through the night');
const KILLED =
  'The grounding killed at least six people and injured 13 others, the coastguard said. Helicopters took 40 passengers to hospitals in Lundmouth.';
const CAUSE = 'Harbour master Tomas Reyk said the ship had passed its last inspection in March.';
const OWNER = heading('Owner under pressure');
const COMPANY =
  'The operator, Halm Line, will pay $1.5m to the families, its chief executive said. The company denied that it had ignored warnings.';
const WEATHER = 'Forecasters expect the swell to ease by Thursday.';
const STORY: Texts = [OPENING, QUOTE, RESCUE, KILLED, CAUSE, OWNER, COMPANY, WEATHER];

function heading(text: string): Block {
  return { kind: 'heading', level: 2, text };
}

/** The story with one text in place of another: null takes it out. */
const storyWith = (...swaps: readonly (readonly [before: string | Block, after: string | Block | null])[]): Texts =>
  STORY.flatMap((text) => {
    const swap = swaps.find(([before]) => before === text);
    if (swap === undefined) return [text];
    return swap[1] === null ? [] : [swap[1]];
  });

const STAMPED = { publishedAt: '2025-11-25T20:10:00Z', modifiedAt: '2025-11-26T17:02:00Z' };

function textCase(
  name: string,
  before: State,
  after: State,
  change: Partial<TextAlert> & { readonly rules?: CompareContext['rules'] } = {},
): Case {
  const { rules, ...head } = change;
  const one = stateOf({ headline: HEADLINE, blocks: STORY, ...STAMPED, ...before });
  const other = stateOf({ headline: HEADLINE, blocks: STORY, ...STAMPED, ...before, ...after });
  const compare = () =>
    compareArticles(one, other, {
      lastUnchangedAt: '2025-11-26T18:20:00.000Z',
      fetchedAt: '2025-11-26T18:35:00.000Z',
      rules,
    });
  return {
    name,
    compare,
    alertFor: (channel, comparison = compare()) => ({
      ...headOf(name, channel, other),
      kind: 'text',
      comparison,
      before: one,
      after: other,
      pages: { before: `1f3a${'0'.repeat(60)}`, after: `9c02${'0'.repeat(60)}` },
      backTo: null,
      revision: textRevision(other, comparison),
      ...head,
    }),
  };
}

const stateOf = ({ blocks = [], ...parts }: State): Article => articleOf(blocks, parts);

const headOf = (name: string, channel: Channel, { headline, language }: Pick<Article, 'headline' | 'language'>) => ({
  messageId: `${name}.3-3.${channel}`,
  channel,
  editions: [{ id: 'world-desk', name: 'World desk' }],
  articleId: 'a7kq2m',
  publicationName: 'Example News',
  headline,
  url: 'https://news.example/2025/11/ferry-runs-aground-off-halm',
  from: 3,
  to: 3,
  unchangedAt: '2025-11-26T18:20:00.000Z',
  changedBy: '2025-11-26T18:35:00.000Z',
  diffUrl: 'https://sp.example/r/a7Kq2',
  language,
});

const revisionHead = {
  format: 1,
  articleId: 'a7kq2m',
  publication: 'example-news',
  publicationName: 'Example News',
  number: 3,
  previousHash: null,
  url: 'https://news.example/2025/11/ferry-runs-aground-off-halm',
  fetchedAt: '2025-11-26T18:35:00.000Z',
  unchangedAt: '2025-11-26T18:20:00.000Z',
  owes: { kind: 'nothing', why: 'no-edition' },
  pageToken: null,
  beats: [],
  recent: { states: [], alerted: null },
} as const;

const textRevision = (article: Article, comparison: TextAlert['comparison']): TextAlert['revision'] => ({
  ...revisionHead,
  kind: 'text',
  page: { sha256: `9c02${'0'.repeat(60)}`, url: article.url, status: 200, contentType: 'text/html', bytes: 1 },
  snapshot: { article, readingVersion: '1', fingerprint: '' },
  comparedWith: { number: 2, readAgain: false },
  comparison,
  returnsTo: null,
});

function availabilityCase(
  name: string,
  availability: AvailabilityAlert['revision']['availability'],
  detail: string,
): Case {
  return {
    name,
    compare: () => null,
    alertFor: (channel) => ({
      ...headOf(name, channel, { headline: HEADLINE, language: 'en' }),
      kind: 'availability',
      revision: {
        ...revisionHead,
        kind: 'availability',
        availability,
        detail,
        severity: 'major',
        snapshotAt: 2,
        headline: HEADLINE,
      },
    }),
  };
}

const KILLED_MORE = KILLED.replace('six', 'seven').replace('13', '15');
const ADDED = [
  'Divers will inspect the hull at first light, the coastguard said.',
  'The island’s school has been opened as a shelter for 62 passengers.',
  '“We heard the rocks before we saw them,” said deckhand Paul Orme.',
  'Two tugs from Lundmouth are standing by to pull the ship free at high water.',
  'Prime Minister Ada Lorn said she would travel to Halm on Wednesday.',
  'Opposition parties called for ferry inspections to be made public.',
];

const KINDS: readonly Case[] = [
  textCase('figure', {}, { blocks: storyWith([KILLED, KILLED_MORE]) }),
  textCase('figure-money', {}, { blocks: storyWith([COMPANY, COMPANY.replace('$1.5m', '$15m')]) }),
  textCase('quote', {}, { blocks: storyWith([QUOTE, QUOTE.replace('a nightmare', 'a bit of a nightmare')]) }),
  textCase(
    'quote-dropped',
    {},
    { blocks: storyWith([QUOTE, 'Passenger Irene Valdos said the engine alarm had been going for an hour.']) },
  ),
  textCase('claim-negation', {}, { blocks: storyWith([CAUSE, CAUSE.replace('had passed', 'had not passed')]) }),
  textCase('claim-hedge', {}, { blocks: storyWith([COMPANY, COMPANY.replace('will pay', 'may pay')]) }),
  textCase('attribution', {}, { blocks: storyWith([CAUSE, CAUSE.replace('Reyk said', 'Reyk claimed')]) }),
  textCase('name', {}, { blocks: storyWith([CAUSE, CAUSE.replace('Tomas Reyk', 'Erik Dahlin')]) }),
  textCase('headline', {}, { headline: 'Ferry captain blamed for Halm grounding' }),
  textCase(
    'headline-fact',
    { headline: 'Six dead as ferry runs aground off Halm' },
    { headline: 'Seven dead as ferry runs aground off Halm' },
  ),
  textCase(
    'standfirst',
    { standfirst: 'Six people have died after a ferry lost power in heavy swell.', standfirstFrom: 'page' },
    { standfirst: 'Seven people have died after a ferry lost power in heavy swell.', standfirstFrom: 'page' },
  ),
  textCase('byline', { byline: ['Mara Lind'] }, { byline: ['Mara Lind', 'Joel Akers'] }),
  textCase(
    'correction',
    {},
    {
      blocks: [
        ...storyWith([KILLED, KILLED.replace('40 passengers', '28 passengers')]),
        {
          kind: 'notice',
          text: 'Correction: An earlier version of this article gave the wrong number of passengers flown to hospital. It is 28, not 40.',
        },
      ],
    },
  ),
  textCase(
    'correction-removed',
    {
      blocks: [
        ...STORY,
        { kind: 'notice', text: 'Correction: An earlier version misspelled the name of the harbour master.' },
      ],
    },
    { blocks: STORY },
  ),
  textCase('added', {}, { blocks: [...STORY, ADDED[2] ?? ''] }),
  textCase('removed', {}, { blocks: storyWith([CAUSE, null]) }),
  textCase(
    'rewritten',
    {},
    {
      blocks: storyWith([
        OPENING,
        'Holidaymakers spent a cold night on deck after their boat, drifting without power in heavy swell, struck rocks near Halm island.',
      ]),
    },
  ),
  textCase('moved', {}, { blocks: [OPENING, WEATHER, QUOTE, RESCUE, KILLED, CAUSE, OWNER, COMPANY] }),
  textCase('section', {}, { blocks: storyWith([OWNER, heading('Questions for the owner')]) }),
  textCase('wording', {}, { blocks: storyWith([WEATHER, WEATHER.replace('ease', 'subside')]) }),
  textCase(
    'caption',
    {
      blocks: [
        ...STORY,
        { kind: 'caption', text: 'The ferry on the rocks off Halm on Tuesday', image: 'https://news.example/a.jpg' },
      ],
    },
    {
      blocks: [
        ...STORY,
        { kind: 'caption', text: 'The stranded ferry off Halm on Wednesday', image: 'https://news.example/a.jpg' },
      ],
    },
  ),
  textCase(
    'link',
    {
      blocks: [
        ...STORY,
        {
          kind: 'paragraph',
          text: 'The report is here.',
          links: [{ href: 'https://harbour.example/report', text: 'here' }],
        },
      ],
    },
    {
      blocks: [
        ...STORY,
        {
          kind: 'paragraph',
          text: 'The report is here.',
          links: [{ href: 'https://halmline.example/report', text: 'here' }],
        },
      ],
    },
  ),
  textCase('dates', {}, { publishedAt: '2025-11-26T06:00:00Z' }),
  textCase(
    'image',
    { leadImage: { url: 'https://news.example/a.jpg', caption: null } },
    { leadImage: { url: 'https://news.example/b.jpg', caption: null } },
    { rules: { severities: { image: 'minor' } } },
  ),
  textCase(
    'typography',
    {},
    { blocks: storyWith([QUOTE, QUOTE.replaceAll(/[“”]/gu, '"')]) },
    { rules: { severities: { typography: 'minor' } } },
  ),
  availabilityCase('availability-gone', { before: 'live', after: 'gone' }, 'HTTP 410 on 3 visits since 18:20 UTC'),
  availabilityCase(
    'availability-missing',
    { before: 'live', after: 'missing' },
    'HTTP 404 on 3 visits since 18:20 UTC',
  ),
  availabilityCase(
    'availability-redirected',
    { before: 'live', after: 'redirected' },
    'redirects to https://news.example/ on 3 visits since 18:20 UTC',
  ),
  availabilityCase('availability-restored', { before: 'gone', after: 'live' }, 'read again at 18:35 UTC'),
];

const post = (id: string, text: string): Block => ({
  kind: 'post',
  text,
  post: { id, publishedAt: null, heading: text.split('\n')[0] ?? null },
});

const MIXED: readonly Case[] = [
  textCase(
    'mixed-developing-story',
    {},
    {
      headline: 'Seven dead as ferry runs aground off Halm island',
      blocks: [
        ...storyWith(
          [KILLED, KILLED_MORE],
          [QUOTE, QUOTE.replace('a nightmare', 'a bit of a nightmare')],
          [WEATHER, WEATHER.replace('ease', 'subside')],
        ),
        ADDED[3] ?? '',
      ],
    },
  ),
  textCase('mixed-write-through', {}, { blocks: [...STORY, ...ADDED] }),
  textCase(
    'mixed-return',
    { blocks: storyWith([KILLED, KILLED_MORE]) },
    { blocks: STORY },
    { backTo: '2025-11-26T16:05:00.000Z' },
  ),
  textCase(
    'mixed-folded',
    {},
    { blocks: storyWith([KILLED, KILLED_MORE], [COMPANY, COMPANY.replace('will pay', 'has paid')]) },
    { from: 3, to: 7, unchangedAt: '2025-11-25T23:50:00.000Z' },
  ),
  textCase(
    'mixed-live-blog',
    {
      blocks: [
        post('p2', 'Tugs on their way\nTwo tugs have left Lundmouth.'),
        post('p1', 'Six dead, coastguard says\nAt least six people have died, the coastguard says.'),
      ],
    },
    {
      blocks: [
        post('p4', 'Prime minister to visit\nAda Lorn will travel to Halm on Wednesday.'),
        post('p3', 'Shelter opens\nThe school on Halm has taken in 62 passengers.'),
        post('p2', 'Tugs on their way\nTwo tugs have left Lundmouth.'),
        post('p1', 'Six dead, coastguard says\nAt least seven people have died, the coastguard says.'),
      ],
    },
  ),
  textCase(
    'mixed-correction-and-figure',
    { modifiedAt: null },
    {
      headline: 'Ferry runs aground off Halm island',
      blocks: [
        {
          kind: 'notice',
          text: 'Clarification: This article has been amended to say that the engine alarm sounded for an hour before passengers were told, not two.',
        },
        ...storyWith([QUOTE, QUOTE.replace('an hour', 'a while')]),
      ],
    },
  ),
  textCase(
    'mixed-rewritten-article',
    {},
    {
      headline: 'What we know about the Halm ferry grounding',
      blocks: [
        'Investigators boarded the wreck of the Halm ferry on Wednesday.',
        'They recovered the voyage recorder and a damaged fuel pump.',
        'Nine people are now known to have died.',
        'Survivors were flown to Lundmouth overnight and are recovering.',
        'A public inquiry will open in January, the transport ministry announced.',
        '“No family should have to wait for answers,” said transport minister Lea Brandt.',
        'Salvage crews hope to refloat the ship within a week.',
      ],
    },
  ),
  textCase(
    'mixed-score-swapped',
    {
      headline: 'Rovers edge Harbour Town in cup thriller',
      blocks: [
        'Rovers beat Harbour Town 3-2 after extra time on Saturday.',
        'Goals from Ines Marr in the 12th and 80th minutes settled it.',
        'The crowd of 21,450 was the largest of the season.',
      ],
    },
    {
      headline: 'Harbour Town edge Rovers in cup thriller',
      blocks: [
        'Harbour Town beat Rovers 3-2 after extra time on Saturday.',
        'Goals from Ines Marr in the 12th and 88th minutes settled it.',
        'The crowd of 21,450 was the largest of the season.',
      ],
    },
  ),
  textCase(
    'mixed-ukrainian',
    {
      language: 'uk',
      headline: 'Пором сів на мілину біля острова Гальм',
      blocks: [
        'Унаслідок аварії загинули щонайменше шестеро людей, 13 дістали поранення.',
        'Рятувальники працювали всю ніч.',
        '«Це був справжній жах», — сказала пасажирка Ірена Вальдос.',
      ],
    },
    {
      language: 'uk',
      headline: 'Пором сів на мілину біля острова Гальм',
      blocks: [
        'Унаслідок аварії загинули щонайменше 7 людей, 15 дістали поранення.',
        'Рятувальники працювали всю ніч.',
        '«Це був жах», — сказала пасажирка Ірена Вальдос.',
      ],
    },
  ),
  textCase(
    'mixed-arabic',
    {
      language: 'ar',
      direction: 'rtl',
      headline: 'جنوح عبارة قبالة جزيرة هالم',
      blocks: ['قُتل 6 أشخاص على الأقل وأصيب 13 آخرون، بحسب خفر السواحل.', 'عمل رجال الإنقاذ طوال الليل.'],
    },
    {
      language: 'ar',
      direction: 'rtl',
      headline: 'جنوح عبارة قبالة جزيرة هالم',
      blocks: ['قُتل 7 أشخاص على الأقل وأصيب 15 آخرون، بحسب خفر السواحل.', 'عمل رجال الإنقاذ طوال الليل.'],
    },
  ),
  textCase(
    'mixed-no-pages-published',
    {},
    {
      blocks: storyWith([KILLED, KILLED_MORE], [CAUSE, CAUSE.replace('Tomas Reyk', 'Erik Dahlin')]),
      modifiedAt: '2025-11-26T18:31:00Z',
    },
    { diffUrl: null, publicationName: 'The Lundmouth Evening Chronicle and Halm Advertiser' },
  ),
];

export const CASES: readonly Case[] = [...KINDS, ...MIXED];
