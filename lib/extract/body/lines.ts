/** Why a line is no line of the story, told from itself alone: what it says and how much of it is linked. */
import { noticeOf } from '../../notice.ts';
import { BY } from '../metadata/by.ts';
import { letters } from '../metadata/letters.ts';
import { endsSentence } from '../text.ts';
import { linkReason } from './link-lines.ts';
import { isBoilerplateCaption, isBoilerplateLine } from './phrases.ts';
import type { Unit } from './units.ts';
import { BYLINE_AGAIN, LINKED_HEADING, SITE_LINE, STAMP } from './verdict.ts';

/** Why a line by itself is not of the story, or null. */
export function lineReason(unit: Unit, headlines: ReadonlySet<string>, names: ReadonlySet<string>): string | null {
  const { text, kind } = unit;
  // Nothing that long is a headline or a name.
  const bare = text.length > 600 ? text : letters(text);
  if (bare === '') return 'no words';
  if (headlines.has(bare)) return 'the headline again';
  if (kind === 'caption') return captionReason(unit);
  if (kind === 'table-row' || unit.embed) return null;
  if (isBoilerplateLine(text)) return SITE_LINE;
  if (text.length < 220 && isBylineLine(text, names)) return BYLINE_AGAIN;
  if (text.length < 120 && (names.has(bare) || names.has(letters(text.replace(/^\p{L}+\s+/u, '')))))
    return BYLINE_AGAIN;
  const linked = unit.linkChars / text.length;
  if (kind === 'heading' && linked > 0.9) return LINKED_HEADING;
  const reason = kind === 'paragraph' ? linkReason(unit) : null;
  // "Update: join us on Wednesday, register here" is the publisher's word on its own change, whatever it links to.
  if (reason !== null && noticeOf(text, null) === null) return reason;
  if (kind !== 'heading' && kind !== 'list-item' && isStamp(text)) return STAMP;
  return null;
}

function captionReason({ text, links, linkChars, element }: Unit): string | null {
  if (isBoilerplateCaption(text)) return SITE_LINE;
  if (isStamp(text)) return STAMP;
  if (/(?<!\d)\d{1,2}:[0-5]\d$/u.test(text)) return 'the title of a video';
  // The title of another story beside its picture; a caption so marked may be a link to the picture.
  const isTitle = links.length > 0 && linkChars > text.length * 0.9 && !element.name.startsWith('fig');
  return isTitle ? 'only a link' : null;
}

/** "By Jo Bloggs, who writes about ferries", "Par Élodie Marchand - publié le 14 avril 2026". */
function isBylineLine(text: string, names: ReadonlySet<string>): boolean {
  const rest = text.replace(BY, '');
  if (rest === text || text.length < 6) return false;
  const bare = letters(rest);
  return [...names].some((name) => name.length >= 5 && bare.startsWith(name));
}

/** A line without an end that says a day and a time among other things: "26.11.2025 18:20 | Editor: Jo Bloggs | 3 min". */
export const isStampLine = (text: string): boolean =>
  text.length <= MOST_STAMP_LINE &&
  !endsSentence(text) &&
  new Set(text.match(DATE_OR_TIME)?.map((found) => (/[:h]/u.test(found) ? 'time' : 'day'))).size === 2;
const MOST_STAMP_LINE = 160;

/** "Nov 26, 2025, 18:20", "26.11.2025 · 18:20 Uhr", "Published 3 hours ago". */
function isStamp(text: string): boolean {
  if (text.length <= 30 && TIME_AGO.test(text)) return true;
  if (text.length > 100 || !/\d/u.test(text)) return false;
  const rest = text.replace(DATE_OR_TIME, '§').replace(STAMP_WORDS, '');
  if (rest.includes('§') && rest.replace(/[^\p{L}\p{N}]/gu, '').length <= 3) return true;
  // In a language without a table: a year, a day, and no more than a few words.
  return text.length <= 60 && YEAR_AND_DAY.test(text) && !endsSentence(text) && text.split(/\s+/u).length <= 7;
}

const DATE_OR_TIME =
  /\p{L}{3,}\.?,?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{1,2}(?:st|nd|rd|th|\.)?\s+(?:de\s+)?\p{L}{3,}\.?,?\s+(?:de\s+)?\d{4}|\d{1,4}[./-]\s?\d{1,2}[./-]\s?\d{1,4}|\d{1,4}年\d{1,2}月\d{1,2}日|\d{1,2}[:.h]\d{2}(?::\d{2})?/gu;
/** "5m ago", "an hour ago", "vor 2 Stunden", "il y a 5 min". */
const TIME_AGO =
  /^(?:just now|(?:an?|\d+) ?(?:[smhd]|secs?|mins?|hrs?|(?:second|minute|hour|day)s?)\.? ago|vor (?:einer?|\d+) (?:min|std|minuten?|stunden?|tag(?:en)?)\.?|il y a (?:une?|\d+) ?(?:min|minutes?|h|heures?|jours?)|hace (?:una?|\d+) (?:min|minutos?|h|horas?|días?)|(?:una?|\d+) (?:min|minut[oi]|or[ae]|giorn[oi]) fa|há (?:uma?|\d+) (?:min|minutos?|h|horas?|dias?)|(?:een|\d+) (?:min|minuten|minuut|uur|dag|dagen) geleden|\d+ (?:min|minut|godz|godzin[yę]?|dni)\.? temu|\d+ (?:мин|минут[уы]?|час(?:а|ов)?|ч)\.? назад|\d+ (?:хв|хвилини?|год|годин[иу]?)\.? тому|\d+ (?:dk|dakika|saat|gün) önce)$/iu;
const YEAR_AND_DAY = /(?<!\d)(?:0?[1-9]|[12]\d|3[01])(?!\d)\P{N}{1,24}(?<!\d)20\d\d(?!\d)/u;
const STAMP_WORDS =
  /(?<!\p{L})(?:first|originally|published|updated?|posted|last|modified|on|at|am|pm|uhr|um|stand|den|vom|aktualisiert|veröffentlicht|zuletzt|geändert|erstellt|publié|le|à|mis|jour|modifié|actualizado|actualización|última|publicado|modificado|el|a las|alle|ore|il|del|modifica|modificato|aggiornato|aggiornamento|ultimo|pubblicato|atualizado|atualização|em|às|de|est|edt|et|pst|pdt|cst|cdt|gmt|utc|cet|cest|mez|mesz|ist|bst|wib|hrs|h|kl|klo|uppdaterad|publicerad|publisert|oppdatert|opdateret|publiceret|offentliggjort|julkaistu|päivitetty|bijgewerkt|gepubliceerd|op|om|uur|opublikowano|aktualizacja|godz|publikováno|aktualizováno|опубликовано|обновлено|в|güncelleme|yayınlanma|tarihi|saat|diperbarui|lesedauer|lesezeit|min|minuten|minutes|read|ago|vor|stunden|hours?|minutes?|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica)(?!\p{L})/giu;
