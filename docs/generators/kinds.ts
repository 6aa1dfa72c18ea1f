/** docs/kinds-and-severities.md, from the table that the comparison decides by. */
import { CHANGE_KINDS, SEVERITIES, type ChangeKind } from '../../lib/change.ts';
import { POLICY, type PolicyRow } from '../../lib/compare/index.ts';

export function kindsReference(): string {
  const rows: readonly PolicyRow[] = POLICY;
  const sections = CHANGE_KINDS.flatMap((kind) => {
    const own = rows.filter((row) => row.kind === kind);
    return own.length === 0 ? [] : [`## \`${kind}\``, WHAT_IT_IS[kind], table(own)];
  });
  return [
    '# Kinds and severities',
    NOTE,
    `Every altered word of an article belongs to exactly one change. A change has one *kind*, and in *also* the facts inside it: a quotation whose number was altered is a \`quote\` with \`also: [figure]\`. Editions select by both. A revision is as severe as its most severe change, and at least \`notable\` where over 30 % of the words changed.`,
    `Severities, least to most: ${SEVERITIES.map((severity) => `\`${severity}\``).join(' < ')}. Only \`minor\` and up is ever told. Unless an edition says otherwise, texts tell of \`major\` changes, e-mails from \`notable\` on, digests from \`minor\` on.`,
    'A watchlist may give any rule, or a whole kind, another severity; the rule wins over the kind:',
    '```yaml\nseverities:\n  byline: none\n  claim-hedge: major\n```',
    ...sections,
  ].join('\n\n');
}

const NOTE = '<!-- Written by `npm run docs` from lib/compare/policy.ts: change the table there, not this page. -->';

const table = (rows: readonly PolicyRow[]): string =>
  [
    '| rule | what changed | severity | for example |',
    '| --- | --- | --- | --- |',
    ...rows.map(({ id, what, why, severity, example }) => {
      const told = `${side(example.before)}<br>→ ${side(example.after)}`;
      const reason = why === undefined ? '' : `<br>*${cell(why)}*`;
      return `| \`${id}\` | ${cell(what)}${reason} | ${severity} | ${told} |`;
    }),
  ].join('\n');

const side = (text: string): string => (text === '' ? '*nothing*' : cell(text));
const cell = (text: string): string =>
  text
    .replaceAll('|', String.raw`\|`)
    .replaceAll('<', '&lt;')
    .replaceAll('*', String.raw`\*`)
    .replaceAll('\n', ' ');

const WHAT_IT_IS = {
  headline: 'The headline as a reader sees it, or another of the publisher’s headlines.',
  standfirst: 'The lines under the headline.',
  byline: 'The names of the authors.',
  figure: 'A number, amount, percentage, score, count, date or time in a matched sentence, in digits or words.',
  quote: 'Words inside quotation marks altered, added or dropped.',
  attribution: 'Who said it, or the verb of saying.',
  name: 'A proper name altered.',
  claim: 'Negation, certainty or hedge: “not”, “may”, “allegedly”, “confirmed”.',
  correction: 'A publisher’s correction, clarification, editor’s note or update notice added, altered or dropped.',
  added: 'A sentence or block that was not there before.',
  removed: 'A sentence or block that is there no longer.',
  rewritten: 'A sentence, or a whole article, with little left of its wording.',
  moved: 'A sentence or block in another place.',
  section: 'A heading inside the article.',
  wording: 'Anything small that changes none of the above.',
  image: 'The picture.',
  caption: 'The words under a picture.',
  link: 'Where a link leads.',
  dates: 'The article’s own stamps, never dates in the text.',
  typography: 'Marks, spaces, entities: never digits, signs or the presence of quotation marks.',
  availability: 'Whether the article can be read at all, confirmed over several visits.',
} as const satisfies Record<ChangeKind, string>;
