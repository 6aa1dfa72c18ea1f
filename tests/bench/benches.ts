/** Every bench of `npm run bench`: what it shows, and how it is run, at full length and quickly. */

export type Sets = {
  readonly fundus: string;
  readonly scrapinghub: string;
  readonly revisions: string;
  readonly sentences: string;
};

export type Bench = {
  readonly title: string;
  readonly script: string;
  readonly args: (sets: Sets, isQuick: boolean, withPeers: boolean) => readonly string[];
  readonly nodeArgs?: readonly string[];
};

export const BENCHES: Readonly<Record<string, Bench>> = {
  extraction: {
    title: 'Extraction of real pages',
    script: 'extraction.ts',
    // What the peers keep of each page comes to more than Node’s own limit.
    nodeArgs: ['--max-old-space-size=8192'],
    args: ({ fundus, scrapinghub }, isQuick, withPeers) => [
      fundus,
      scrapinghub,
      '--worst',
      '0',
      ...(isQuick ? [] : ['--time']),
      ...(withPeers ? ['--peers'] : []),
    ],
  },
  noise: {
    title: 'Fetches that differ in noise alone',
    script: 'extraction-noise.ts',
    args: ({ fundus, scrapinghub }) => [fundus, scrapinghub],
  },
  sentences: {
    title: 'Sentences and facts',
    script: 'sentences.ts',
    args: ({ sentences }) => [sentences],
  },
  comparison: {
    title: 'Comparison of real pairs',
    script: 'comparison.ts',
    args: ({ revisions }) => [revisions],
  },
  speed: {
    title: 'Speed of comparison',
    script: 'comparison-speed.ts',
    args: (_, isQuick) => (isQuick ? ['--words', '1000'] : []),
  },
  planted: {
    title: 'Edits planted in real articles',
    script: 'planted.ts',
    args: ({ fundus, scrapinghub }) => [fundus, scrapinghub, '--every', '3', '--seed', '11'],
  },
  told: {
    title: 'What a subscriber would be told',
    script: 'told.ts',
    args: ({ revisions }) => [revisions],
  },
  messages: {
    title: 'Messages',
    script: 'messages.ts',
    args: ({ revisions }) => [revisions],
  },
  visits: {
    title: 'Visits on loopback',
    script: 'visits.ts',
    nodeArgs: ['--expose-gc'],
    args: (_, isQuick) => (isQuick ? ['--articles', '40', '--publications', '4'] : []),
  },
  'cold-start': {
    title: 'Bundles and cold start',
    script: 'cold-start.ts',
    args: (_, isQuick) => (isQuick ? ['--runs', '1'] : []),
  },
  memory: {
    title: 'Memory while reading',
    script: 'extraction-memory.ts',
    nodeArgs: ['--expose-gc', '--max-old-space-size=160'],
    args: ({ fundus, scrapinghub }, isQuick) => [fundus, scrapinghub, '--pages', isQuick ? '60' : '4000'],
  },
  pages: {
    title: 'Pages and reports',
    script: 'pages.ts',
    nodeArgs: ['--expose-gc'],
    args: (_, isQuick) => (isQuick ? ['--articles', '10'] : []),
  },
  growth: {
    title: 'Growth',
    script: 'growth.ts',
    args: (_, isQuick) => (isQuick ? ['--most', '100'] : []),
  },
  month: {
    title: 'A month of a million articles',
    script: 'month.ts',
    args: (_, isQuick) => (isQuick ? ['--sample', '2', '--days', '1'] : []),
  },
};
