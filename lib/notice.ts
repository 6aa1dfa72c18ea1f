/**
 * What a publisher says about its own change: correction, clarification, editor's note, update. Told from the words
 * alone, by the labels notices open with and the few phrases they are written in. Sentences which merely speak of a
 * correction are none.
 */
import { NOTICE_WORDS, phrasePatterns, type NoticeWords } from './notice-words.ts';

export const NOTICE_KINDS = ['correction', 'clarification', 'editors-note', 'update', 'bare-update'] as const;
/** `update` says what was changed or learnt; `bare-update` only that something was, or where to read on. */
export type NoticeKind = (typeof NOTICE_KINDS)[number];

export type Notice = {
  readonly kind: NoticeKind;
  /** The label it opens with, verbatim and without its colon ("Editor’s note"); null when it has none. */
  readonly label: string | null;
  /** What it says, without the label; empty where the label stands alone, as a heading over the notice does. */
  readonly says: string;
};

/**
 * The notice a block or sentence is, or null. Read in the article's language and in English; in all of them where the
 * language is not known or has no table. Linear in the text.
 */
export function noticeOf(text: string, language: string | null): Notice | null {
  const primary = /^[a-z]{2,3}/iu.exec(language ?? '')?.[0].toLowerCase() ?? '';
  const opening = text.slice(0, OPENING);
  const tables = NOTICE_WORDS.filter(({ language: own }) => !KNOWN.has(primary) || own === primary || own === 'en');
  if (INVITES_REPORTS.test(opening)) return null;
  for (const table of tables) {
    const notice = labelled(text, opening, table) ?? phrased(text, opening, table);
    if (notice) return notice;
  }
  return null;
}

/**
 * Whether a line is nothing but the article's own stamp ("Updated 14:05", "Zuletzt aktualisiert: 3. März 2025, 9 Uhr"):
 * no notice and no text, and never worth telling by itself.
 */
export function isStampLine(text: string): boolean {
  return text.length <= 120 && STAMP.test(text.trim());
}

const KNOWN: ReadonlySet<string> = new Set(NOTICE_WORDS.map(({ language }) => language));

/** How far into a block a label or phrase is looked for, in characters: a notice says early that it is one. */
const OPENING = 300;

/** "Spotted an error? Send us a correction": a standing invitation, no notice. */
const INVITES_REPORTS =
  /(?:report|submit|send|spot|spotted|suggest|see|found|noticed|request|melden|signaler|envíe|segnala)(?: \p{L}+){0,3} (?:errors?|mistakes?|corrections?|typos?|fehler|erreurs?|errore)\b|\b(?:e-?mail|contact|write to) \S*corrections?@|^corrections? (?:policy|desk|page|archive)/iu;

function labelled(text: string, opening: string, table: NoticeWords): Notice | null {
  if (!startsWithLabel(table).test(opening)) return null;
  for (const kind of ['editors-note', 'correction', 'clarification', 'update'] as const) {
    const match = labelPattern(table, kind)?.exec(opening);
    if (!match) continue;
    const [whole, label = ''] = match;
    const says = text
      .slice(whole.length)
      .trim()
      .replace(/[)\]*]+$/u, '');
    return {
      kind: kind === 'update' || kind === 'editors-note' ? kindFromWords(kind, says, table) : kind,
      label,
      says,
    };
  }
  return null;
}

/** "Update: an earlier version of this article misstated …" is a correction whatever its label. */
function kindFromWords(kind: 'update' | 'editors-note', says: string, table: NoticeWords): NoticeKind {
  const phrase = phrasedKind(says.slice(0, OPENING), table);
  if (phrase === 'correction' || phrase === 'clarification') return phrase;
  if (kind === 'editors-note') return 'editors-note';
  return isBare(says) ? 'bare-update' : 'update';
}

/** A stamp, or a pointer to somewhere else in a sentence or two. */
const isBare = (says: string): boolean =>
  says.length < 200 &&
  !SPEAKS_OF_ERROR.test(says) &&
  (!/\p{L}{3}/u.test(says) || POINTS_ELSEWHERE.test(says) || isStampLine(says));
const SPEAKS_OF_ERROR =
  /error|mistake|incorrect|wrong|correct|clarif|amend|fehler|falsch|korrig|erreur|erron|corrig|sbagli|fout/iu;
const POINTS_ELSEWHERE =
  /https?:|www\.|\b(?:here|click|read more|read the|register|sign up|join us|watch|listen|follow|see also|see our|hier|mehr dazu|lesen sie|weiterlesen|ici|lire|aquí|lea|leggi|qui|aqui|leia|lees)\b/iu;

function phrased(text: string, opening: string, table: NoticeWords): Notice | null {
  const kind = phrasedKind(text.length <= 2 * OPENING ? text : opening.slice(0, OPENING / 2), table);
  return kind === null ? null : { kind, label: null, says: text.trim() };
}

function phrasedKind(words: string, table: NoticeWords): NoticeKind | null {
  const known = phrases.get(table) ?? phrasePatterns(table);
  phrases.set(table, known);
  return known.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

/** Made when a language is first read: a hundred patterns are 10 ms of a cold start. */
const phrases = new Map<NoticeWords, ReturnType<typeof phrasePatterns>>();

const MONTH =
  '(?:jan|ene|gen|feb|fév|fev|mar|mär|mrz|apr|avr|abr|may|mai|mei|mag|maj|jun|juin|giu|jul|juil|lug|aug|aoû|ago|sep|set|oct|okt|ott|out|nov|dec|dez|déc|dic)\\p{L}{0,7}\\.?';
/** A day, date or hour between a label and its colon: "Correction, Nov. 12, 2025:", "Update 3.15pm:", "Korrektur vom 3. März:". */
const WHEN = `(?:[,.]? ?(?:on|at|as of|vom|am|um|du|le|à|a las|às|alle|del?|el|do|em|op|van|il|kl|den|в|о|от|від) )?,? ?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:${MONTH} ?)?\\d{1,4}(?!-\\p{Lu})(?:[^:\\n]|:(?=\\d)){0,40}`;
/** What ends a label. A label without any of these is an ordinary word ("Correction officers", "Update your phone"). */
const LABEL_END = `(?: ?\\([^)]{1,60}\\) ?[:.–—-]?|(?:${WHEN}|,? of ${WHEN})? ?(?:[:：]|[–—]| - |[|])|[】］＞〉>]|[.\\])] ?(?=\\P{Ll}|$)|\\s*$)\\s*`;

const patterns = new Map<string, RegExp>();

/** One quick look for all of a language's labels: nearly every paragraph opens with none. */
function startsWithLabel(table: NoticeWords): RegExp {
  const pattern =
    patterns.get(table.language) ?? new RegExp(`^${BEFORE_LABEL}(?:${Object.values(table.labels).join('|')})`, 'iu');
  patterns.set(table.language, pattern);
  return pattern;
}

const BEFORE_LABEL = '[\\s•*·▪■►_(（\\[【［＜〈<＊※–—-]*';

function labelPattern(
  table: NoticeWords,
  kind: 'correction' | 'clarification' | 'editors-note' | 'update',
): RegExp | null {
  const labels = table.labels[kind];
  if (labels === undefined) return null;
  const key = `${table.language} ${kind}`;
  const pattern = patterns.get(key) ?? new RegExp(`^${BEFORE_LABEL}(${labels})${LABEL_END}`, 'iu');
  patterns.set(key, pattern);
  return pattern;
}

const STAMP = new RegExp(
  `^[([]?(?:(?:article|artículo|noticia|nota|articolo|notizia|artigo|notícia|texto|matéria) )?(?:(?:first |originally |last |zuletzt |dernière |última |ultimo )?(?:published|posted|updated|modified|corrected|aktualisiert|veröffentlicht|stand|publié|mis à jour|mise à jour|modifié|publicad[oa]|actualizad[oa]|actualización|aggiornat[oa]|pubblicat[oa]|aggiornamento|atualizad[oa]|atualização|bijgewerkt|laatste update|uppdaterad|publicerad|oppdatert|opdateret|aktualizacja|обновлено|оновлено|güncelleme|update)(?: (?:on|at|am|um|le|à|el|a las|il|alle|em|às|op|om|vom|kl|в|о))? ?[:|]? ?)(?:(?:${MONTH}|\\d[\\d.:/h]*|h|a\\.?m\\.?|p\\.?m\\.?|[ecmp][sd]?t|gmt|utc|bst|ist|jst|aest|aedt|cest|mesz?|mez|uhr|mon|tue|wed|thu|fri|sat|sun|\\p{L}{2,8}day|\\p{L}{2,8}tag|today|heute|at|um|à|de|ore|at|on|ago|hours?|minutes?|mins?|[,.|•·–-]|\\s))+[)\\]]?$`,
  'iu',
);
