/**
 * The update that the reader sees near the headline: "Updated 14:05 GMT, 3 March 2026", "Aktualisiert am …", "Mis à jour le …".
 *
 * 1. Where it is the moment the metadata give, theirs is kept, for its seconds and offset, and counts as seen.
 * 2. Where it is later, it is what the publisher tells readers, and holds.
 * 3. Where the metadata are later, they moved without a word to readers, and stay metadata.
 */
import { textOf } from '../text.ts';
import { isElement, isText, type PageElement } from '../page-element.ts';
import { readInstant } from './instants.ts';
import type { Found } from './sources.ts';
import { readVisibleMoment } from './visible-dates.ts';

export type UpdatePlace = {
  readonly monthFirst: boolean;
  /** When the article was published, for the day and the offset of a bare "Updated 14:05". */
  readonly publishedAt: string | null;
};

/** `stated` is what the metadata say; `marks` are elements that may hold a stamp, in the order they are believed. */
export function withVisibleUpdate(
  stated: Found<string> | null,
  marks: readonly PageElement[],
  { monthFirst, publishedAt }: UpdatePlace,
): Found<string> | null {
  const reference = stated?.value ?? publishedAt;
  for (const mark of marks) {
    const line = lineOf(mark);
    const stamp = line && stampAfterWord(line);
    const seen = stamp ? inZone(stamp, reference) : line && momentAfterWord(line, monthFirst, reference);
    if (!seen) continue;
    // Some publishers write a `datetime` without a zone in UTC, and some in their own.
    const readings = stamp ? [seen, readInstant(stamp) ?? seen] : [seen];
    if (stated && readings.some((reading) => isSameMoment(reading, stated.value)))
      return { value: stated.value, from: 'visible' };
    if (!stated || Date.parse(seen) > Date.parse(stated.value)) return { value: seen, from: 'visible' };
  }
  return stated;
}

/** Words that say that an article was changed. Others may stand in front of them. */
const UPDATED =
  /(?<!\p{L})(?:updated?|modified|revised|aktualisiert|aktualisierung|geändert|änderung|stand(?=\s*:)|mise?s? à jour|màj|modifiée?|actualisée?|actualizaci[oó]n|actualizad[oa]|modificad[oa]|aggiornamento|aggiornat[oa]|modificat[oa]|atualização|actualização|atualizad[oa]|bijgewerkt|gewijzigd|aangepast|uppdatera[dt]|uppdaterades|oppdatert|opdateret|endret|ændret|ändrad|päivitetty|muokattu|aktualizacja|zaktualizowano|aktualizov[aá]n[oaé]|aktualizace|обновлено|оновлено|изменено|güncelleme|güncellendi|diperbarui|frissítve|actualizat|ενημερώθηκε|ενημέρωση|cập nhật|עודכן|تحديث|التحديث)(?!\p{L})|更新|수정|업데이트|อัปเดต/iu;

/** A stamp and what stands beside it. */
const MOST_LINE = 160;

/** The smallest element around that says that something was updated, two levels out at most. */
function lineOf(mark: PageElement): PageElement | null {
  let line = mark;
  for (let level = 0; level < 3; level++) {
    if (line.chars > MOST_LINE) return null;
    if (UPDATED.test(textOf(line))) return line;
    if (!line.parent || !isElement(line.parent)) return null;
    line = line.parent;
  }
  return null;
}

/** The `<time datetime>` that the word stands before or inside. */
function stampAfterWord(line: PageElement): string | null {
  const stack = [...line.children].reverse();
  let before = '';
  if (line.name === 'time' && line.attribs['datetime'] !== undefined) return line.attribs['datetime'];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (isText(node)) before += node.data;
    if (!isElement(node)) continue;
    const stamp = node.name === 'time' ? node.attribs['datetime'] : undefined;
    if (stamp === undefined) for (const child of node.children.toReversed()) stack.push(child);
    else if (UPDATED.test(before + textOf(node))) return stamp;
    else before = '';
  }
  return null;
}

/** The date and time after the word. A time alone is of the day the metadata name; a time without a zone is in their offset. */
function momentAfterWord(line: PageElement, monthFirst: boolean, reference: string | null): string | null {
  const text = textOf(line);
  const word = UPDATED.exec(text);
  if (!word) return null;
  const seen = readVisibleMoment(text.slice(word.index + word[0].length), monthFirst);
  const date = seen.date ?? (seen.time === null ? null : (reference?.slice(0, 10) ?? null));
  if (date === null || seen.time === null) return date;
  return readInstant(`${date}T${seen.time}${seen.offset ?? offsetOf(reference)}`);
}

/** A `datetime` without a zone is in the metadata's. */
const inZone = (stamp: string, reference: string | null): string | null =>
  readInstant(
    /\d:\d\d(?::\d\d(?:\.\d+)?)?$/u.test(stamp) && !/[+-]\d\d:\d\d$/u.test(stamp) ? stamp + offsetOf(reference) : stamp,
  );

const offsetOf = (instant: string | null): string => /(?:Z|[+-]\d\d:\d\d)$/u.exec(instant ?? '')?.[0] ?? 'Z';

const MINUTE = 60_000;

/** The same day, where one is seen alone; else the same minute, which local time beside an instant in UTC may show at another hour. */
function isSameMoment(seen: string, stated: string): boolean {
  if (seen.length === 10) return stated.startsWith(seen);
  const apart = Math.abs(Date.parse(seen) - Date.parse(stated));
  if (apart < 2 * MINUTE) return true;
  const pastQuarter = apart % (15 * MINUTE);
  const fromQuarter = Math.min(pastQuarter, 15 * MINUTE - pastQuarter);
  return stated.endsWith('Z') && apart <= 14 * 60 * MINUTE && fromQuarter < MINUTE;
}
