import { primaryLanguage } from './languages.ts';
import { isCapitalised, phraseAt, phraseTable, rangeOf, type Lexeme, type PhraseTable } from './lexemes.ts';
import type { Range } from './ranges.ts';
import { CLAIM_TYPES, CLAIM_WORDS, NOT_ONLY, type ClaimType } from './words/claims.ts';

/** A word or phrase that turns what the sentence claims. */
export type FoundClaim = {
  readonly range: Range;
  readonly type: ClaimType;
  /** Equal for the forms of one claim: "didn’t" and "did not" are both "not". */
  readonly key: string;
};

/** Whether it says anything by itself: "not only" came or went with its sentence’s shape. */
export const claimsAlone = ({ key }: FoundClaim): boolean => key !== KEY_OF_NOT_ONLY;
const KEY_OF_NOT_ONLY = NOT_ONLY.split('/')[0];

type Meaning = { readonly type: ClaimType; readonly key: string };

/** The claims of a sentence, in order: negations, certainty, hedges, quantifiers, standing before the law, modal verbs. */
export function findClaims(lexemes: readonly Lexeme[], language: string | null): readonly FoundClaim[] {
  const primary = primaryLanguage(language);
  const table = tables.get(primary);
  if (!table) return [];
  const claims: FoundClaim[] = [];
  for (let at = 0; at < lexemes.length;) {
    const found =
      (primary === 'fr' ? frenchNegationAt(lexemes, at) : null) ??
      phraseAt(lexemes, at, table) ??
      contractionAt(lexemes, at) ??
      (primary === 'tr' ? possibilityAt(lexemes, at) : null);
    if (!found || isAnotherWord(lexemes, at, found.next, primary) || isPassive(lexemes, at, primary)) {
      at += 1;
      continue;
    }
    claims.push({ range: rangeOf(lexemes, at, found.next), ...found.meaning });
    at = found.next;
  }
  return primary === 'en' ? withoutAny(claims) : claims;
}

/** "There was not any", "there was no": what is denied needs its "any", and "not … any longer" is "no longer". */
function withoutAny(claims: readonly FoundClaim[]): FoundClaim[] {
  const read: FoundClaim[] = [];
  for (const claim of claims) {
    const last = read.at(-1);
    const isDenied = last?.type === 'negation' && claim.range[0] - last.range[1] < REACH_OF_NOT;
    if (!isDenied || !claim.key.startsWith('any')) read.push(claim);
    else if (claim.key === 'any longer') read[read.length - 1] = { ...last, key: 'no longer' };
  }
  return read;
}
const REACH_OF_NOT = 40;

const tables: ReadonlyMap<string, PhraseTable<Meaning>> = new Map(
  [...CLAIM_WORDS].map(([language, words]) => [
    language,
    phraseTable(
      CLAIM_TYPES.flatMap((type) =>
        (type === 'negation' ? [...words[type], NOT_ONLY] : words[type]).flatMap((forms) =>
          forms
            .split('/')
            .map((form): readonly [string, Meaning] => [form, { type, key: forms.split('/')[0] ?? form }]),
        ),
      ),
    ),
  ]),
);

/** "needn’t", "mayn’t": any verb with the negation set against it; "they’ll", "the plan’ll". */
function contractionAt(
  lexemes: readonly Lexeme[],
  at: number,
): { readonly meaning: Meaning; readonly next: number } | null {
  if (/^\p{L}+'ll$/u.test(lexemes[at]?.lower ?? '')) return { meaning: { type: 'modal', key: 'will' }, next: at + 1 };
  return /^\p{L}+n't$/u.test(lexemes[at]?.lower ?? '')
    ? { meaning: { type: 'negation', key: 'not' }, next: at + 1 }
    : null;
}

/** "toplanabilir", "gidebilecek": what Turkish says may be, or can. */
function possibilityAt(
  lexemes: readonly Lexeme[],
  at: number,
): { readonly meaning: Meaning; readonly next: number } | null {
  return /^\p{L}{2,}(?:abil|ebil)(?:ir|ece[kğ]|di|iyor|mesi)\p{L}*$/u.test(lexemes[at]?.lower ?? '')
    ? { meaning: { type: 'modal', key: 'olabilir' }, next: at + 1 }
    : null;
}

/** "ne … pas", "n’… jamais" is one negation, from the first word to the second. */
function frenchNegationAt(
  lexemes: readonly Lexeme[],
  at: number,
): { readonly meaning: Meaning; readonly next: number } | null {
  const first = lexemes[at]?.lower ?? '';
  if (first === 'pas') return { meaning: { type: 'negation', key: 'pas' }, next: at + 1 };
  if (first !== 'ne' && first !== "n'") return null;
  for (let index = at + 1; index < Math.min(lexemes.length, at + 6); index += 1) {
    const second = lexemes[index]?.lower ?? '';
    if (FRENCH_SECONDS.has(second)) return { meaning: { type: 'negation', key: second }, next: index + 1 };
  }
  return { meaning: { type: 'negation', key: 'ne' }, next: at + 1 };
}
const FRENCH_SECONDS: ReadonlySet<string> = new Set(
  'pas plus jamais rien personne aucun aucune guère point nul nulle que ni'.split(' '),
);

/** "könnte eingestellt werden": the second verb of a passive says nothing of its own, as "eingestellt wird" does not. */
const isPassive = (lexemes: readonly Lexeme[], at: number, primary: string): boolean =>
  primary === 'de' &&
  /^(?:wird|werden)$/u.test(lexemes[at]?.lower ?? '') &&
  /^\p{Ll}{3,}(?:t|en)$/u.test(lexemes[at - 1]?.text ?? '') &&
  lexemes[at + 1]?.kind !== 'word';

const NOUNS: ReadonlySet<string> = new Set(['can', 'might', 'must', 'will', 'ban']);
const BEFORE_NOUN =
  /^(?:a|an|the|this|my|your|his|her|its|our|their|free|good|ill|last|living|own|political|full|of|\p{L}+'s)$/u;

const UNCOUNTED = /^(?:degree|extent|kind|point|sort|time|way)$/u;

/** May the month, Will the man, "No. 10", "No 10", "all" of "at all", "can" of tin: not claims. */
function isAnotherWord(lexemes: readonly Lexeme[], at: number, next: number, primary: string): boolean {
  const lexeme = lexemes[at];
  if (!lexeme || next !== at + 1) return false;
  if (primary === 'en') {
    // "the will of the owner", "a must", "the might of the army"
    const isNoun = NOUNS.has(lexeme.lower) && BEFORE_NOUN.test(lexemes[at - 1]?.lower ?? '');
    if (isNoun) return true;
    if (
      isCapitalised(lexeme) &&
      at > 0 &&
      /^(?:may|will|must|can|most)$/u.test(lexeme.lower) &&
      !isCapitalised(lexemes[at - 1])
    )
      return true;
    const following = lexemes[next]?.lower === '.' ? next + 1 : next;
    if (lexeme.text === 'No' && lexemes[following]?.kind === 'number') return true;
    // "some 300", "for some time"
    return lexeme.lower === 'some' && (lexemes[next]?.kind === 'number' || UNCOUNTED.test(lexemes[next]?.lower ?? ''));
  }
  return primary === 'de' && isCapitalised(lexeme) && at > 0 && /^(?:will|mag|fest|legal)$/u.test(lexeme.lower);
}
