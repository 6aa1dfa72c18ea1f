/** Words that say the contrary of each other: "rose" and "fell". One put in the other's place turns what a sentence claims. */
import type { SentenceFacts } from './facts/index.ts';
import { overlapping, type Edit, type Range } from './words.ts';

export type Opposite = { readonly before: Range; readonly after: Range };

/** The edits in which a word became its contrary, and nothing else that carries sense was altered beside it. */
export function oppositesIn(before: SentenceFacts, after: SentenceFacts, edits: readonly Edit[]): Opposite[] {
  return edits.flatMap((edit) => {
    const [gone, come] = [wordsIn(before, edit.before), wordsIn(after, edit.after)];
    if (gone.length === 0 || come.length === 0 || gone.length > MOST_WORDS || come.length > MOST_WORDS) return [];
    for (const one of gone)
      for (const other of come)
        if (isContrary(one.lower, other.lower))
          return [{ before: [one.start, one.end] as const, after: [other.start, other.end] as const }];
    return [];
  });
}

const MOST_WORDS = 3;

const isContrary = (one: string, other: string): boolean =>
  CONTRARIES.get(one)?.has(other) === true || denies(one, other) || denies(other, one);

/** "unarmed", "invalid", "ungültig", "irrégulier": the other word behind a prefix that denies it. */
const denies = (one: string, other: string): boolean =>
  other.length >= LEAST_DENIED && one.endsWith(other) && DENIALS.has(one.slice(0, -other.length));
const DENIALS: ReadonlySet<string> = new Set(['un', 'in', 'im', 'il', 'ir', 'non', 'dis', 'des', 'nicht']);
/** "Inland" is no contrary of "land". */
const LEAST_DENIED = 5;

const wordsIn = ({ lexemes }: SentenceFacts, run: Range) =>
  overlapping(lexemes, run, ({ start, end }) => [start, end]).filter(({ kind }) => kind === 'word');

/** Forms of one word are joined by commas, the two sides by a bar. All languages together: a form of another language does no harm. */
const PAIRS = `
  rose,rise,rises,risen,rising|fell,fall,falls,fallen,falling
  increase,increases,increased,increasing|decrease,decreases,decreased,decreasing,reduce,reduces,reduced,reducing,cut,cuts,cutting
  raise,raises,raised,raising|lower,lowers,lowered,lowering,cut,cuts,cutting,reduce,reduces,reduced
  improve,improves,improved|worsen,worsens,worsened
  strengthen,strengthens,strengthened|weaken,weakens,weakened
  ease,eases,eased|tighten,tightens,tightened
  arrive,arrives,arrived|depart,departs,departed,leave,leaves,left
  buy,buys,bought|sell,sells,sold
  peaceful,peacefully|violent,violently
  grew,grow,grows,grown,growing|shrank,shrink,shrinks,shrunk,shrinking
  gain,gains,gained|loss,lose,loses,lost
  won,win,wins,winning|lost,lose,loses,losing
  passed,pass,passes|failed,fail,fails
  succeeded,succeed,succeeds|failed,fail,fails
  approved,approve,approves,approving|rejected,reject,rejects,rejecting
  accepted,accept,accepts|refused,refuse,refuses,rejected,reject,rejects,declined
  supported,support,supports,backed,backs|opposed,oppose,opposes
  allowed,allow,allows,permitted,permits|banned,ban,bans,barred,bars
  opened,open,opens|closed,close,closes
  began,begin,begins,started,start,starts|ended,end,ends,stopped,stop,stops
  required|optional,voluntary
  required,require,requires|encouraged,encourage,encourages,recommended,recommend,recommends,invited,invite,invites,advised,allowed
  mandatory,compulsory,obligatory|voluntary,optional,recommended
  before|after
  inside|outside
  up|down
  more|fewer,less
  higher|lower
  above|below
  first|last
  best|worst
  alive|dead
  guilty|innocent
  legal|illegal
  possible|impossible
  likely|unlikely
  true|false
  safe|unsafe,dangerous
  successful,successfully|unsuccessful,unsuccessfully
  same|different
  public|private
  majority|minority
  agreed,agree,agrees|disagreed,disagree,disagrees
  include,includes,included,including|exclude,excludes,excluded,excluding,except
  if|unless
  remain,remains,remained,stay,stays,stayed|leave,leaves,left
  north,northern|south,southern
  east,eastern|west,western
  left|right
  husband|wife
  man,men|woman,women
  boy,boys|girl,girls
  son,sons|daughter,daughters
  brother,brothers|sister,sisters
  father|mother
  stieg,steigt,gestiegen,steigen|sank,sinkt,gesunken,sinken,fiel,fällt,gefallen,fallen
  gewann,gewonnen,gewinnt|verlor,verloren,verliert
  angenommen|abgelehnt
  vor|nach
  mehr|weniger
  höher|niedriger
  augmenté,augmente,hausse|baissé,baisse,diminué,diminue
  gagné,gagne|perdu,perd
  avant|après
  plus|moins
  subió,sube,aumentó,aumenta|bajó,baja,cayó,cae,disminuyó
  ganó,gana|perdió,pierde
  antes|después
  más|menos
  mayor|menor
`;

const CONTRARIES: ReadonlyMap<string, ReadonlySet<string>> = contraries();

function contraries(): Map<string, Set<string>> {
  const table = new Map<string, Set<string>>();
  for (const line of PAIRS.trim().split('\n')) {
    const [one = [], other = []] = line.split('|').map((side) => side.trim().split(','));
    for (const [words, opposite] of [
      [one, other],
      [other, one],
    ] as const)
      for (const word of words) table.set(word, new Set([...(table.get(word) ?? []), ...opposite]));
  }
  return table;
}
