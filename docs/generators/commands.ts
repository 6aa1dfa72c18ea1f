/** docs/commands.md, from the help that each command gives. */
import { runCli } from '../../lib/cli/run.ts';
import type { Output } from '../../lib/cli/session.ts';

export async function commandsReference(): Promise<string> {
  const all = await helpOf([]);
  const sections: string[] = [];
  for (const name of namesIn(all)) {
    const help = await helpOf([name]);
    sections.push(`## ${name}`, fenced(help));
    for (const inner of name === 'subscribers' ? namesIn(help) : []) {
      sections.push(`### ${name} ${inner}`, fenced(await helpOf([name, inner])));
    }
  }
  return [
    '# Commands',
    '<!-- Written by `npm run docs` from the help of each command in lib/cli/commands: change it there, not this page. -->',
    'In a clone, `stop-press …` is `npm run -s stop-press -- …`. What was asked for goes to standard output, progress and problems to standard error. Colour and the width of the terminal are used where there is one; `NO_COLOR` is heeded.',
    fenced(all),
    ...sections,
    '## What `--json` prints',
    'Instants are ISO 8601 in UTC, durations milliseconds, sums US dollars; what is not known is `null`. Keys may be added in a minor version.',
    ['| command | JSON |', '| --- | --- |', ...JSON_OF.map(([args, keys, what]) => row(args, keys, what))].join('\n'),
  ].join('\n\n');
}

/** The keys on top, as a test holds them to what is printed; in brackets, those of each entry of a list. */
export const JSON_OF: readonly (readonly [args: string, keys: string, what: string])[] = [
  [
    'diff BEFORE AFTER',
    'severity, changes, announced, unannounced, summary, changedShare, wordsAdded, wordsRemoved',
    '`Comparison` of [`lib/change.ts`](../lib/change.ts)',
  ],
  ['extract PAGE', 'kind, article, warnings', '`ExtractOutcome` of [`lib/extraction.ts`](../lib/extraction.ts)'],
  ['extract PAGE --explain', 'kind, article, warnings, explanations', 'the same, with what was kept and dropped'],
  ['replay PAGES', 'events, found, against, accuracy', 'every fetch and message, and the sums'],
  ['replay', 'revisions, verdicts', '`Reread` of [`lib/reread.ts`](../lib/reread.ts)'],
  [
    'validate',
    'version, operator, publications, beats, editions, messages, site',
    'the [watchlist](watchlist.md), whole',
  ],
  ['cost', 'pricesOf, assumptions, lines, followed, checks, revisions, alerts, tooMuch', 'a month, line by line'],
  ['history', '[articleId, url, headline, revisions, availability, checkedAt, changedAt]', 'the articles'],
  ['history ARTICLE', '[format, articleId, number, …]', '`Revision` of [`lib/revision.ts`](../lib/revision.ts)'],
  [
    'history --alerts',
    '[format, channel, how, editions, covers, at, outcome]',
    '`Receipt` of [`lib/receipt.ts`](../lib/receipt.ts)',
  ],
  ['report DIR', 'articles, pages', 'how many are followed, and were written anew'],
  ['verify', 'articles, revisions, pages, takenDown, breaks', 'what was read, and where the record is broken'],
  ['add URL', 'siteName, sources, detail', '`detail` says why nothing was found'],
  ['visit', 'visits, failed, messages', 'each publication’s sums, what failed, and how many messages were written'],
  [
    'subscribers sync',
    'subscribe, refilter, unsubscribe, pending, lapsed, unknown',
    '`SubscriptionPlan` of [`lib/deliver/plan-subscriptions.ts`](../lib/deliver/plan-subscriptions.ts)',
  ],
  ['subscribers preview', '[edition, would]', 'each edition, and the revisions it would have had'],
  ['test-alert EDITION', 'email, sms, events', 'SNS’s id of the message, for each channel it was sent on'],
  ['redrive', 'visits, notices', 'how many were moved back'],
];

const row = (args: string, keys: string, what: string): string =>
  `| \`${args}\` | ${keys.startsWith('[') ? `list: \`{${keys.slice(1, -1)}}\`` : `\`{${keys}}\``}; ${what} |`;

const fenced = (text: string): string => `\`\`\`text\n${text.trimEnd()}\n\`\`\``;

/** The commands a help lists, below its options and above its examples. */
function namesIn(help: string): readonly string[] {
  const [listed = ''] = help.slice(help.search(/^(?:Commands|Look at pages):/m)).split(/^Examples?:/m);
  return [...listed.matchAll(/^ {2}([a-z][a-z-]+) /gm)].map(([, name = '']) => name);
}

async function helpOf(command: readonly string[]): Promise<string> {
  let text = '';
  const out: Output = { write: (part) => (text += part), isTerminal: false, width: 100, colour: false };
  await runCli([...command, '--help'], {
    out,
    log: out,
    now: () => new Date(0),
    sleep: () => Promise.resolve(),
    cwd: '.',
    allowNonPublic: [],
    interrupted: new AbortController().signal,
    exitWith: () => {},
  });
  return text;
}
