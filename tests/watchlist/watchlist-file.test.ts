import { describe, expect, test } from 'vitest';
import { ConfigError } from '../../lib/errors.ts';
import { readWatchlist } from '../../lib/watchlist-file.ts';
import { watchlistJsonSchema } from '../../lib/watchlist-schema.ts';

const HEAD = `version: 1
operator: { contact: desk@news.example }
publications:
  example-news:
    name: Example News
`;

test('a short watchlist is read with its defaults', () => {
  const watchlist = readWatchlist(`${HEAD}    feeds: [https://news.example/feed]\n`, 'watchlist.yaml');
  expect(watchlist.publications['example-news']).toMatchObject({ delay: 1_000, newerThan: 172_800_000 });
});

describe('a problem is told with its line, its field and the remedy:', () => {
  test.each<[string, string, string]>([
    [
      'an address without its scheme',
      '    feeds: [news.example/feed]',
      ':6:13 publications.example-news.feeds[0]: write a full http(s) address',
    ],
    [
      'a misspelt key',
      '    feed: [https://news.example/feed]\n    feeds: [https://news.example/feed]',
      ':6:5 publications.example-news.feed: there is no such key; did you mean “feeds”?',
    ],
    [
      'a key in another style',
      '    feeds: [https://news.example/feed]\n    newer-than: 2d',
      ':7:5 publications.example-news.newer-than: there is no such key; did you mean “newerThan”?',
    ],
    [
      'a key unlike any',
      '    feeds: [https://news.example/feed]\nzebra: 1',
      ':7:1 zebra: there is no such key; there are: version, operator, publications, beats, editions, messages, site',
    ],
    [
      'a misspelt severity',
      '    feeds: [https://n.example/f]\n    severities: { figure: majr }',
      ':7:19 publications.example-news.severities.figure: write one of none, cosmetic, minor, notable, major; did you mean “major”?',
    ],
    [
      'a misspelt rule',
      '    feeds: [https://n.example/f]\n    severities: { claim-hegde: major }',
      ':7:19 publications.example-news.severities.claim-hegde: there is no such kind or rule; did you mean “claim-hedge”?',
    ],
    [
      'a misspelt severity for one channel',
      '    feeds: [https://n.example/f]\neditions:\n  desk:\n    name: Desk\n    severity:\n      sms: majr',
      ':11:7 editions.desk.severity.sms: write one of minor, notable, major; did you mean “major”?',
    ],
    [
      'a severity of the wrong type',
      '    feeds: [https://n.example/f]\neditions:\n  desk: { name: Desk, severity: 3 }',
      ':8:23 editions.desk.severity: write one of minor, notable, major, or a map of them',
    ],
    [
      'a duration without a unit',
      '    feeds: [https://n.example/f]\n    delay: 5',
      ':7:5 publications.example-news.delay: write a number and a unit: 90s, 15m, 3h or 7d',
    ],
    [
      'a telephone number that YAML read as a number',
      '    feeds: [https://n.example/f]\neditions:\n  desk:\n    name: Desk\n    subscribers:\n      sms:\n        - +441632960961',
      ':12:11 editions.desk.subscribers.sms[0]: write the number in quotes, as "+441632960961" (E.164)',
    ],
    [
      'a section page of no known shape',
      '    sections: [12]',
      ':6:16 publications.example-news.sections[0]: this has none of the shapes allowed here',
    ],
    [
      'an edition of a publication that is not there',
      '    feeds: [https://n.example/f]\neditions:\n  desk: { name: Desk, publications: [other] }',
      ':8:38 editions.desk.publications[0]: there is no publication “other”; there are: example-news',
    ],
    [
      'a map that is left empty',
      '    feeds:',
      ':6:5 publications.example-news.feeds: write a list here: each entry on its own line after “- ”',
    ],
  ])('%s', (_, rest, problem) => {
    expect(problemsOf(`${HEAD}${rest}\n`)).toEqual([`watchlist.yaml${problem}`]);
  });

  test('a name that is missing, where it should stand', () => {
    expect(
      problemsOf(
        'version: 1\noperator: {contact: a@b.example}\npublications:\n  news:\n    feeds: [https://n.example/f]\n',
      ),
    ).toEqual([
      'watchlist.yaml:4:3 publications.news.name: this is missing: add it (As subscribers see it, in every message)',
    ]);
  });
});

test('all problems are told at once, in the order of the lines', () => {
  const lines = problemsOf('version: 3\nzebra: 1\npublications:\n  Bad Id: {name: x, feeds: [https://n.example/f]}\n');
  expect(lines.map((line) => line.split(' ')[0])).toEqual([
    'watchlist.yaml:1:1',
    'watchlist.yaml:1:1',
    'watchlist.yaml:2:1',
    'watchlist.yaml:4:3',
  ]);
});

describe('what is no watchlist at all is refused in one line:', () => {
  test.each<[string, string, string]>([
    ['an empty file', '', ':1:1: the file is empty; `stop-press init` writes one to start from'],
    ['a file of prose', 'Six people were hurt.', ':1:1: write a map here: keys with values, indented'],
    ['a binary file', 'PK\u0000\u0001', ':1:1: this file is binary: write the watchlist as YAML text'],
    ['tabs', 'version: 1\n\toperator: 2', ':2:1: this is not valid YAML: indent with spaces, not tabs'],
    [
      'a key twice',
      'version: 1\nversion: 1',
      ':2:1: this is not valid YAML: this key stands twice in its map: keep one',
    ],
    ['brackets a hundred thousand deep', '['.repeat(100_000), ''],
    [
      'a million aliases from ten',
      laughs(),
      ':1:1: Excessive alias count indicates a resource exhaustion attack: write the parts out',
    ],
    ['a file of five megabytes', 'a'.repeat(5_000_000), ':1:1: this file is over 4 MB: is it a watchlist?'],
  ])('%s', (_, text, problem) => {
    const lines = problemsOf(text);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(`watchlist.yaml${problem}`);
  });
});

test('the JSON Schema knows every top-level key, and shows defaults as they are written', () => {
  const schema = watchlistJsonSchema();
  expect(Object.keys(schema.properties ?? {})).toEqual([
    'version',
    'operator',
    'publications',
    'beats',
    'editions',
    'messages',
    'site',
  ]);
  expect(schema.properties?.['messages']?.properties?.['settle']).toMatchObject({ default: '2h', type: 'string' });
});

function problemsOf(text: string): string[] {
  try {
    readWatchlist(text, 'watchlist.yaml');
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.message.split('\n');
  }
}

/** Each line names the one before it ten times. */
function laughs(): string {
  const levels = Array.from(
    { length: 6 },
    (_, level) => `a${level + 1}: &a${level + 1} [${Array(10).fill(`*a${level}`).join(', ')}]`,
  );
  return ['a0: &a0 [ha, ha]', ...levels].join('\n');
}
