/**
 * What counts as what: the one table from which behaviour and docs/kinds-and-severities.md both come. An editor should be
 * able to read it row by row and disagree; a watchlist can set another severity for any row by its id, or for a whole kind.
 * Every change cites the row that decided it (`Change.rule`).
 */
import type { ChangeKind, Part, Severity } from '../change.ts';

export type PolicyRow = {
  readonly id: string;
  /** What changed, in an editor's words. */
  readonly what: string;
  readonly kind: ChangeKind;
  readonly severity: Severity;
  /** Where the example stands; the body unless given. */
  readonly part?: Part;
  readonly example: { readonly before: string; readonly after: string };
  /** Why the row is there, where that is not plain from what it says. */
  readonly why?: string;
};

export const POLICY = [
  // Claims
  {
    id: 'claim-negation',
    what: 'a negation (not, never, no, forbidden) put in or taken out',
    kind: 'claim',
    severity: 'major',
    example: {
      before: 'The minister was aware of the report when she signed it.',
      after: 'The minister was not aware of the report when she signed it.',
    },
  },
  {
    id: 'claim-certainty',
    what: '“allegedly” put in or dropped; confirmed ↔ suspected',
    kind: 'claim',
    severity: 'major',
    example: {
      before: 'The driver allegedly ignored two red lights on the bridge.',
      after: 'The driver ignored two red lights on the bridge.',
    },
  },
  {
    id: 'claim-legal-status',
    what: 'arrested, charged, convicted, acquitted: one for another',
    kind: 'claim',
    severity: 'major',
    example: {
      before: 'The former treasurer was charged with fraud over the harbour contract.',
      after: 'The former treasurer was convicted of fraud over the harbour contract.',
    },
  },
  {
    id: 'claim-fate',
    what: 'killed, injured, missing, survived: one for another; murder ↔ manslaughter, deliberate ↔ accidental',
    kind: 'claim',
    severity: 'major',
    why: 'The number may stand, and what it counts be dead or alive.',
    example: {
      before: 'Several of the miners were killed when the tunnel fell in.',
      after: 'Several of the miners were injured when the tunnel fell in.',
    },
  },
  {
    id: 'claim-hedge',
    what: 'a hedge put in or taken out: will ↔ may, reportedly',
    kind: 'claim',
    severity: 'notable',
    example: {
      before: 'The ferry line will close its winter service next year.',
      after: 'The ferry line may close its winter service next year.',
    },
  },
  {
    id: 'claim-quantifier',
    what: 'how many it is true of: all ↔ some, most ↔ few',
    kind: 'claim',
    severity: 'notable',
    example: {
      before: 'All residents of the island have been offered new homes.',
      after: 'Some residents of the island have been offered new homes.',
    },
  },
  {
    id: 'claim-contrary',
    what: 'a word turned into its contrary: rose → fell, approved → rejected; after → because of',
    kind: 'claim',
    severity: 'notable',
    why: 'It turns the sentence round as “not” does; a step lower, since a word has its contrary in one sense and not in another.',
    example: {
      before: 'Harbour traffic rose in the second quarter of the year.',
      after: 'Harbour traffic fell in the second quarter of the year.',
    },
  },
  // Attribution
  {
    id: 'attribution-verb',
    what: 'the verb of saying: said → claimed',
    kind: 'attribution',
    severity: 'notable',
    example: {
      before: 'The company said the valve had been inspected in spring.',
      after: 'The company claimed the valve had been inspected in spring.',
    },
  },
  {
    id: 'attribution-speaker',
    what: 'the speaker',
    kind: 'attribution',
    severity: 'major',
    example: {
      before: '“The valve was inspected in spring,” said Maria Lindqvist.',
      after: '“The valve was inspected in spring,” said Peter Hallam.',
    },
  },
  // Quotations
  {
    id: 'quote-words',
    what: 'words inside quotation marks, or set off from the text as a quotation',
    kind: 'quote',
    severity: 'major',
    example: {
      before: '“This could just be a real mess,” Hallam said.',
      after: '“This could just be a bit of a mess,” Hallam said.',
    },
  },
  {
    id: 'quote-misspelling',
    what: 'a misspelling inside quotation marks, a contraction written out, a “[sic]”',
    kind: 'quote',
    severity: 'minor',
    example: {
      before: '“We will definately rebuild the pier,” Hallam said.',
      after: '“We will definitely rebuild the pier,” Hallam said.',
    },
  },
  {
    id: 'quote-marks',
    what: 'quotation marks put on or taken off the same words; quotation ↔ paraphrase',
    kind: 'quote',
    severity: 'notable',
    example: {
      before: 'Critics have called the scheme a betrayal of the island.',
      after: 'Critics have called the scheme a “betrayal” of the island.',
    },
  },
  {
    id: 'quote-one-sided',
    what: 'a quotation put into a sentence or taken out of it',
    kind: 'quote',
    severity: 'notable',
    why: 'As a sentence added or removed that holds one: nobody’s words were altered.',
    example: {
      before: 'Residents had asked the board for a second boat.',
      after: 'Residents had asked the board for a second boat, “or at least a smaller one”.',
    },
  },
  // Figures
  {
    id: 'figure-casualties',
    what: 'a number of killed, injured or missing',
    kind: 'figure',
    severity: 'major',
    example: {
      before: 'The landslide killed at least six people on Sunday.',
      after: 'The landslide killed at least seven people on Sunday.',
    },
  },
  {
    id: 'figure-toll',
    what: 'a number of killed, injured or missing put into a sentence or taken out of it',
    kind: 'figure',
    severity: 'major',
    why: 'Readers had been told of no dead, or are no longer: the toll itself has changed, and not a detail of it.',
    example: {
      before: 'The ferry capsized off the northern island on Sunday evening.',
      after: 'The ferry capsized off the northern island on Sunday evening, killing six people.',
    },
  },
  {
    id: 'figure-money',
    what: 'an amount of money: value, sign, magnitude or currency',
    kind: 'figure',
    severity: 'major',
    example: {
      before: 'The bridge will cost $1.5m to repair.',
      after: 'The bridge will cost $15m to repair.',
    },
  },
  {
    id: 'figure-votes',
    what: 'a number of votes or seats',
    kind: 'figure',
    severity: 'major',
    example: {
      before: 'The motion passed with 312 votes in the lower house.',
      after: 'The motion passed with 321 votes in the lower house.',
    },
  },
  {
    id: 'figure-percent',
    what: 'a percentage: value or sign',
    kind: 'figure',
    severity: 'major',
    example: {
      before: 'Output changed by -5% in the third quarter.',
      after: 'Output changed by 5% in the third quarter.',
    },
  },
  {
    id: 'figure-score',
    what: 'a score',
    kind: 'figure',
    severity: 'major',
    example: {
      before: 'Rovers won 3-2 after extra time at the harbour ground.',
      after: 'Rovers won 3-1 after extra time at the harbour ground.',
    },
  },
  {
    id: 'figure-count',
    what: 'another count, measure, age or ordinal',
    kind: 'figure',
    severity: 'notable',
    example: {
      before: 'The drone attack damaged more than 50 residential buildings.',
      after: 'The drone attack damaged more than 60 residential buildings.',
    },
  },
  {
    id: 'figure-none',
    what: 'none where there were some, or some where there were none',
    kind: 'figure',
    severity: 'major',
    why: 'A “no” was taken out or put in, which is major as a claim.',
    example: {
      before: 'He said that no gate would be opened this week.',
      after: 'He said that two gates would be opened this week.',
    },
  },
  {
    id: 'figure-date',
    what: 'a date, weekday or time in the text',
    kind: 'figure',
    severity: 'notable',
    example: {
      before: 'The council will meet again on Monday to settle the budget.',
      after: 'The council will meet again on Tuesday to settle the budget.',
    },
  },
  {
    id: 'figure-qualifier',
    what: 'a qualifier put on or dropped: “at least”, “about”',
    kind: 'figure',
    severity: 'notable',
    example: {
      before: 'At least 19 ships were waiting outside the port.',
      after: '19 ships were waiting outside the port.',
    },
  },
  {
    id: 'figure-one-sided',
    what: 'another figure put into a sentence or taken out of it',
    kind: 'figure',
    severity: 'notable',
    why: 'As a sentence added or removed that holds one: no value was altered.',
    example: {
      before: 'The trawler was carrying fishermen from the northern islands.',
      after: 'The trawler was carrying 14 fishermen from the northern islands.',
    },
  },
  {
    id: 'figure-notation',
    what: 'the same figure written otherwise: six ↔ 6, $1.5m ↔ $1.5 million',
    kind: 'wording',
    severity: 'cosmetic',
    example: {
      before: 'The trial lasted six weeks and heard a dozen witnesses.',
      after: 'The trial lasted 6 weeks and heard a dozen witnesses.',
    },
  },
  {
    id: 'figure-conversion',
    what: 'the same measure in another unit, within rounding; the same hour in another zone',
    kind: 'wording',
    severity: 'minor',
    example: {
      before: 'The storm passed 10 miles south of the lighthouse.',
      after: 'The storm passed 16 kilometres south of the lighthouse.',
    },
  },
  {
    id: 'same-day',
    what: 'the same day said otherwise: “today” → “on Tuesday”, its year put in',
    kind: 'wording',
    severity: 'minor',
    example: {
      before: 'The court will hear the appeal today.',
      after: 'The court will hear the appeal on Tuesday.',
    },
  },
  // Names
  {
    id: 'name-replaced',
    what: 'a name replaced by another',
    kind: 'name',
    severity: 'major',
    example: {
      before: 'The inquiry will be led by Anna Kowalska from next month.',
      after: 'The inquiry will be led by Peter Hallam from next month.',
    },
  },
  {
    id: 'name-respelled',
    what: 'a name respelled',
    kind: 'name',
    severity: 'notable',
    example: {
      before: 'The award went to Jessica Dussalt for her work on the dam.',
      after: 'The award went to Jessica Dussault for her work on the dam.',
    },
  },
  {
    id: 'name-one-sided',
    what: 'a name put into a sentence or taken out of it',
    kind: 'name',
    severity: 'notable',
    why: 'As a sentence added or removed that holds one: nobody was taken for another.',
    example: {
      before: 'The inquiry will be led by a former judge from next month.',
      after: 'The inquiry will be led by a former judge, Anna Kowalska, from next month.',
    },
  },
  {
    id: 'same-name',
    what: 'initials for the name they stand for, or the other way round',
    kind: 'wording',
    severity: 'minor',
    why: 'It says the same, as a measure in another unit does.',
    example: {
      before: 'The WHO sent a team to the island in May.',
      after: 'The World Health Organization sent a team to the island in May.',
    },
  },
  // Publishers' notices
  {
    id: 'correction-notice',
    what: 'a correction, clarification or editor’s note added, altered or removed',
    kind: 'correction',
    severity: 'major',
    part: 'notice',
    example: {
      before: '',
      after: 'Correction: An earlier version of this article gave the wrong number of points in the plan.',
    },
  },
  {
    id: 'update-notice',
    what: 'an update that says what is new',
    kind: 'correction',
    severity: 'notable',
    why: 'It says more than a link and owns up to no error.',
    part: 'notice',
    example: {
      before: '',
      after: 'Update: The harbour board has since withdrawn its plan and apologised to residents.',
    },
  },
  {
    id: 'update-link',
    what: 'a bare “Update:” with a link',
    kind: 'correction',
    severity: 'minor',
    part: 'notice',
    example: { before: '', after: 'Update: Read more about the plan here.' },
  },
  // Headline and standfirst
  {
    id: 'headline-fact',
    what: 'the headline: a fact or claim in it',
    kind: 'headline',
    severity: 'major',
    part: 'headline',
    example: { before: 'Six killed as ferry capsizes off island', after: 'Nine killed as ferry capsizes off island' },
  },
  {
    id: 'headline-words',
    what: 'the headline: its words',
    kind: 'headline',
    severity: 'notable',
    part: 'headline',
    example: {
      before: 'Residents protest against the ferry plan',
      after: 'Residents demonstrate against the ferry plan',
    },
  },
  {
    id: 'headline-case',
    what: 'the headline: capitals or marks only, or the same figure written otherwise',
    kind: 'headline',
    severity: 'cosmetic',
    why: 'A figure written otherwise says the same.',
    part: 'headline',
    example: { before: 'Ferry service to end in spring', after: 'Ferry Service To End In Spring' },
  },
  {
    id: 'headline-other',
    what: 'only another of the publisher’s headlines (Open Graph, JSON-LD)',
    kind: 'headline',
    severity: 'minor',
    part: 'headline',
    example: { before: 'Ferry service to end in spring', after: 'Why the island ferry is closing' },
  },
  {
    id: 'standfirst-words',
    what: 'the standfirst, with no fact that counts for more or less',
    kind: 'standfirst',
    severity: 'notable',
    part: 'standfirst',
    example: {
      before: 'Residents fear for the school and the doctor once the boat is gone.',
      after: 'Residents worry about daily life on the island after the boat.',
    },
  },
  {
    id: 'standfirst-fact-major',
    what: 'the standfirst: a fact that is major in the text',
    kind: 'standfirst',
    severity: 'major',
    part: 'standfirst',
    example: {
      before: 'The company will spend $2m on the new pier.',
      after: 'The company will spend $3m on the new pier.',
    },
  },
  {
    id: 'standfirst-small',
    what: 'the standfirst: only what is cosmetic in the text',
    kind: 'standfirst',
    severity: 'cosmetic',
    part: 'standfirst',
    example: {
      before: 'The company will spend $2m on the new pier.',
      after: 'The company will spend $2 million on the new pier.',
    },
  },
  {
    id: 'standfirst-meta',
    what: 'a standfirst that stands in meta tags alone',
    kind: 'standfirst',
    severity: 'cosmetic',
    part: 'standfirst',
    example: { before: 'What the closure means for residents.', after: 'All you need to know about the closure.' },
  },
  // Whole sentences and blocks
  {
    id: 'added-with-fact',
    what: 'a sentence or paragraph added that holds a quotation, name or figure',
    kind: 'added',
    severity: 'notable',
    example: { before: '', after: 'The boat was built in Gdansk in 1984 and carried 300 passengers.' },
  },
  {
    id: 'added-plain',
    what: 'a sentence or paragraph added without any of them',
    kind: 'added',
    severity: 'minor',
    example: { before: '', after: 'The cause of the fire is still being investigated.' },
  },
  {
    id: 'removed-with-fact',
    what: 'a sentence or paragraph removed that held a quotation, name or figure',
    kind: 'removed',
    severity: 'notable',
    example: { before: 'The boat was built in Gdansk in 1984 and carried 300 passengers.', after: '' },
  },
  {
    id: 'removed-plain',
    what: 'a sentence or paragraph removed without any of them',
    kind: 'removed',
    severity: 'minor',
    example: { before: 'The cause of the fire is still being investigated.', after: '' },
  },
  {
    id: 'embed-gained',
    what: 'an embedded post that came',
    kind: 'added',
    severity: 'cosmetic',
    why: 'As one lost: whether a post from elsewhere loads is not the publisher’s doing.',
    example: { before: '', after: 'We are aware of an incident at the pier. — Harbour Board' },
  },
  {
    id: 'embed-lost',
    what: 'an embedded post that went',
    kind: 'removed',
    severity: 'cosmetic',
    example: { before: 'We are aware of an incident at the pier. — Harbour Board', after: '' },
  },
  {
    id: 'moved',
    what: 'sentences or blocks moved',
    kind: 'moved',
    severity: 'minor',
    example: {
      before: 'The cause is unknown. The fire spread quickly through the upper deck.',
      after: 'The fire spread quickly through the upper deck. The cause is unknown.',
    },
  },
  {
    id: 'rewritten-article',
    what: 'fewer than 30 % of the article’s sentences survive',
    kind: 'rewritten',
    severity: 'notable',
    example: { before: 'The whole story as it was.', after: 'Another story in its place.' },
  },
  // What is left inside a matched sentence
  {
    id: 'rewritten-sentence',
    what: 'more than a quarter of the content words of a matched sentence',
    kind: 'rewritten',
    severity: 'notable',
    example: {
      before: 'Engineers had warned for years that the northern span of the old bridge needed repair.',
      after: 'Experts repeatedly pointed out that the northern span of the old bridge was unsafe.',
    },
  },
  {
    id: 'clause-with-fact',
    what: 'a clause put into a sentence or taken out of it, with a quotation, name or figure inside',
    kind: 'rewritten',
    severity: 'notable',
    why: 'As a sentence added or removed that holds one; told once, not fact by fact.',
    example: {
      before:
        'The council approved the plan for the harbour after a long debate about parking, noise and winter ferries.',
      after:
        'The council, whose members had met Anna Kowalska on site twice, approved the plan for the harbour after a long debate about parking, noise and winter ferries.',
    },
  },
  {
    id: 'wording',
    what: 'fewer words, with no fact among them',
    kind: 'wording',
    severity: 'minor',
    example: {
      before: 'The council quickly approved the plan after a long debate about parking.',
      after: 'The council promptly approved the plan after a long debate about parking.',
    },
  },
  {
    id: 'typography',
    what: 'marks, spaces, capitals and entities only',
    kind: 'typography',
    severity: 'cosmetic',
    example: {
      before: 'The mayor called it "a good day" - and left.',
      after: 'The mayor called it “a good day” – and left.',
    },
  },
  // Around the text
  {
    id: 'section-heading',
    what: 'a heading inside the article',
    kind: 'section',
    severity: 'minor',
    part: 'section',
    example: { before: 'What happens next', after: 'The road ahead' },
  },
  {
    id: 'byline',
    what: 'the byline',
    kind: 'byline',
    severity: 'minor',
    part: 'byline',
    example: { before: 'Anna Kowalska', after: 'Anna Kowalska, Peter Hallam' },
  },
  {
    id: 'caption-words',
    what: 'the words of a caption, or a caption put under an image that stays',
    kind: 'caption',
    severity: 'minor',
    part: 'caption',
    example: {
      before: 'The ferry leaves the harbour of Northport on Monday',
      after: 'The ferry enters the harbour of Northport on Monday',
    },
  },
  {
    id: 'caption-with-image',
    what: 'a caption that came or went with its image',
    kind: 'caption',
    severity: 'cosmetic',
    part: 'caption',
    example: { before: 'The ferry leaves the harbour', after: '' },
  },
  {
    id: 'table-row-figure',
    what: 'a figure in a table',
    kind: 'figure',
    severity: 'notable',
    why: 'Standings, prices and counts in tables move every day: never more than notable, whatever they count.',
    part: 'table',
    example: { before: 'Northport | 312', after: 'Northport | 340' },
  },
  {
    id: 'image-other',
    what: 'another lead image',
    kind: 'image',
    severity: 'minor',
    part: 'image',
    why: 'Readers see another picture; a rendition of the same one they do not.',
    example: { before: 'https://news.example/ferry.jpg', after: 'https://news.example/harbour-at-dawn.jpg' },
  },
  {
    id: 'image-rendition',
    what: 'the lead image’s rendition, or one that came or went',
    kind: 'image',
    severity: 'cosmetic',
    part: 'image',
    example: { before: 'https://news.example/ferry.jpg?w=600', after: 'https://news.example/ferry.jpg?w=1200' },
  },
  {
    id: 'link-host',
    what: 'the host a link leads to',
    kind: 'link',
    severity: 'minor',
    part: 'link',
    example: { before: 'https://port.example/plan', after: 'https://council.example/plan' },
  },
  {
    id: 'link-address',
    what: 'the rest of a link’s address, or a link put on or taken off the same words',
    kind: 'link',
    severity: 'cosmetic',
    part: 'link',
    example: { before: 'https://port.example/plan?ref=a', after: 'https://port.example/plan?ref=b' },
  },
  {
    id: 'published-day',
    what: 'the day of publication',
    kind: 'dates',
    severity: 'minor',
    part: 'dates',
    example: { before: '2026-03-02T09:00:00Z', after: '2026-03-04T09:00:00Z' },
  },
  {
    id: 'stamp',
    what: 'the modified stamp, the hour of publication, an “Updated 14:05” line',
    kind: 'dates',
    severity: 'cosmetic',
    part: 'dates',
    example: { before: '2026-03-02T09:00:00Z', after: '2026-03-02T11:30:00Z' },
  },
  {
    id: 'page-gone',
    what: 'the page gone, confirmed over several visits',
    kind: 'availability',
    severity: 'major',
    part: 'availability',
    example: { before: 'live', after: 'gone' },
  },
  {
    id: 'ignored',
    what: 'what the watchlist says to ignore: kept in the record, never alerted',
    kind: 'wording',
    severity: 'cosmetic',
    why: 'The watchlist’s owner knows the publication; the ledger keeps it all the same.',
    example: { before: 'Reporting by Anna Kowalska.', after: 'Reporting by Peter Hallam.' },
  },
] as const satisfies readonly PolicyRow[];

export type RuleId = (typeof POLICY)[number]['id'];

const ROWS: ReadonlyMap<string, PolicyRow> = new Map(POLICY.map((row) => [row.id, row]));

/** The row of this id. */
export function policyRow(id: RuleId): PolicyRow {
  const row = ROWS.get(id);
  if (!row) throw new Error(`policy.ts has no row “${id}”: this is a bug`);
  return row;
}
