/**
 * Dates as readers see them: "26 November 2025, 18:20", "26.11.2025", "2025年11月26日 18時20分", "Nov 26, 2025 6:20 PM ET".
 * Month names of some thirty languages by their beginnings; a date without a time is a date alone (`2025-11-26`).
 */
import { readInstant, zoneOffset } from './instants.ts';

/** What a reader sees of a moment: `2025-11-26`, `18:20:00`, `+01:00` or `Z`; null for each part that is not there. */
export type VisibleMoment = {
  readonly date: string | null;
  readonly time: string | null;
  readonly offset: string | null;
};

/** The first plausible date in a text. `monthFirst` says that 5/4/2025 is in May. A time without a zone is taken as UTC. */
export function readVisibleDate(text: string, monthFirst: boolean): string | null {
  const { date, time, offset } = readVisibleMoment(text, monthFirst);
  if (date === null || time === null) return date;
  return readInstant(`${date}T${time}${offset ?? ''}`) ?? date;
}

/** The first plausible date and the first time beside it, or a time alone. */
export function readVisibleMoment(text: string, monthFirst: boolean): VisibleMoment {
  const date = namedMonth(text) ?? eastAsian(text) ?? numeric(text, monthFirst);
  const found = TIME.exec(date === null ? text : text.replace(date.raw, ' '));
  if (!found) return { date: date?.iso ?? null, time: null, offset: null };
  const [, hour = '', minute = '', second = '00', half, zone = ''] = found;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return { date: date?.iso ?? null, time: `${pad(hours)}:${minute}:${second}`, offset: zoneOffset(zone) };
}

const TIME =
  /(?<![\d.])([01]?\d|2[0-3])\s?[:.h時시点]\s?([0-5]\d)(?:[:分]([0-5]\d))?(?!\d|\.\d)\s*([ap])?\.?m?\b\.?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[A-Z]{3,4}\b)?/iu;

type SeenDate = { readonly iso: string; readonly raw: string };

function namedMonth(text: string): SeenDate | null {
  const dayFirst =
    /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|\.|º|ª)?\s*(?:de\s+|of\s+|tháng\s+)?(\p{L}{3,12})\.?,?\s+(?:de\s+|del\s+)?(\d{4})(?!\d)/u.exec(
      text,
    );
  const monthNamed = /(?<!\p{L})(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/u.exec(text);
  return (
    (dayFirst ? isoDate(dayFirst[3], monthOf(dayFirst[2]), dayFirst[1], dayFirst[0]) : null) ??
    (monthNamed ? isoDate(monthNamed[3], monthOf(monthNamed[1]), monthNamed[2], monthNamed[0]) : null)
  );
}

function eastAsian(text: string): SeenDate | null {
  const match = /(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]/u.exec(text);
  return match ? isoDate(match[1], Number(match[2]), match[3], match[0]) : null;
}

function numeric(text: string, monthFirst: boolean): SeenDate | null {
  const yearFirst = /(?<!\d)(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?!\d)/u.exec(text);
  if (yearFirst) return isoDate(yearFirst[1], Number(yearFirst[2]), yearFirst[3], yearFirst[0]);
  const match = /(?<!\d)(\d{1,2})\s?([-./])\s?(\d{1,2})\s?\2\s?(\d{4})(?!\d)/u.exec(text);
  if (!match) return null;
  const [raw, first, mark, second, year] = match;
  // Points are never written month first; a number above twelve is a day wherever it stands.
  const isMonthFirst = (monthFirst && mark !== '.' && Number(first) <= 12) || Number(second) > 12;
  return isMonthFirst ? isoDate(year, Number(first), second, raw) : isoDate(year, Number(second), first, raw);
}

function isoDate(year: string | undefined, month: number, day: string | undefined, raw: string): SeenDate | null {
  if (Number(year) < 1990 || Number(year) > 2100 || month < 1 || month > 12 || Number(day) < 1 || Number(day) > 31)
    return null;
  return { iso: `${String(year)}-${pad(month)}-${pad(Number(day))}`, raw };
}

const pad = (value: number): string => String(value).padStart(2, '0');

/** January to December, 0 when it is no month. */
export function monthOf(word: string | undefined): number {
  const lower = (word ?? '').toLowerCase();
  return MONTHS.findIndex((month) => month.test(lower)) + 1;
}

/** Beginnings of the months' names; the more particular stand before those they would swallow. */
const MONTHS: readonly RegExp[] = [
  /^(?:jan|jän|janv|gen|ene|led|sty|січ|янв|oca|tammi|ιαν|ian|siječ|januar|يناير|ינואר|जनवरी|มกราคม)/u,
  /^(?:feb|fév|fev|únor|lut|лют|фев|şub|helmi|φεβ|velj|فبراير|פברואר|फ़?रवरी|กุมภาพันธ์)/u,
  /^(?:mar|mär|mrz|maart|mrt|březen|břez|бер|мар|maalis|μαρ|ožuj|مارس|מרץ|मार्च|มีนาคม)(?!raskuu)/u,
  /^(?:apr|avr|abr|dub|kwi|квіт|апр|nis|huhti|απρ|trav|أبريل|אפריל|अप्रैल|เมษายน)/u,
  /^(?:may|mai|mei|mag|maj|květ|трав|мая|май|toukо|touko|μαΐ|μαϊ|svib|مايو|מאי|मई|พฤษภาคม)/u,
  /^(?:jun|juin|giu|červn|červen$|cze|черв|июн|haz|kesä|ιουν|iun|lip(?:anj|nja)|يونيو|יוני|जून|มิถุนายน)/u,
  /^(?:jul|juil|lug|červenc|lip|лип|июл|tem|heinä|ιουλ|iul|srp(?:anj|nja)|يوليو|יולי|जुलाई|กรกฎาคม)/u,
  /^(?:aug|aoû|aou|ago|srpn|srpen|sie|серп|авг|ağu|elo|αυγ|kolov|أغسطس|אוגוסט|अगस्त|สิงหาคม)/u,
  /^(?:sep|set|zář|wrz|верес|сен|eyl|syys|σεπ|ruj|سبتمبر|ספטמבר|सितंबर|กันยายน)/u,
  /^(?:oct|okt|out|ott|říj|paź|жовт|окт|eki|loka|οκτ|listopad[ua]?(?=hr)|أكتوبر|אוקטובר|अक्टूबर|ตุลาคม)/u,
  /^(?:nov|lis|лист|ноя|kas|marras|νοε|noi|studen|نوفمبر|נובמבר|नवंबर|พฤศจิกายน)/u,
  /^(?:dec|déc|dez|dic|des|dez|pro|gru|груд|дек|ara|joulu|δεκ|prosin|ديسمبر|דצמבר|दिसंबर|ธันวาคม)/u,
];
