/** From the lines of the region to the lines of the article: what a line says and how it is linked decides. */
import type { Unit } from './units.ts';
import { endsArticle, isBoilerplateLine } from './phrases.ts';

export type TidyContext = {
  readonly headlines: readonly string[];
  readonly byline: readonly string[];
};

export type Verdict = { readonly unit: Unit; readonly dropped: string | null };

export function tidyUnits(units: readonly Unit[], context: TidyContext): readonly Verdict[] {
  const headlines = new Set(context.headlines.map(letters));
  const names = new Set(context.byline.map(letters));
  let ended = false;
  let started = false;
  const verdicts = units.map((unit): Verdict => {
    if (!ended && started && endsArticle(unit.text)) ended = true;
    if (ended) return { unit, dropped: 'after the end of the article' };
    const dropped = lineReason(unit, headlines, names, started);
    if (dropped === null && unit.kind === 'paragraph') started = true;
    return { unit, dropped };
  });
  return withoutLinkLists(withoutEmptySections(verdicts));
}

function lineReason(
  unit: Unit,
  headlines: ReadonlySet<string>,
  names: ReadonlySet<string>,
  started: boolean,
): string | null {
  const { text, kind } = unit;
  const bare = letters(text);
  if (bare === '') return 'no words';
  if (headlines.has(bare) && (kind === 'heading' || !started)) return 'the headline again';
  if (kind === 'caption' || kind === 'table-row') return null;
  if (isBoilerplateLine(text)) return 'a line of the site, not the story';
  if (text.length < 120 && names.has(letters(text.replace(/^\p{L}+\s+/u, '')))) return 'the byline again';
  if (text.length < 120 && names.has(bare)) return 'the byline again';
  if (kind !== 'heading' && unit.linkChars > text.length * 0.8 && text.length < 200 && !/[.!?。]["”’»)]?$/u.test(text))
    return 'only a link';
  if (isStamp(text)) return 'a date';
  return null;
}

/** "Nov 26, 2025, 18:20", "26.11.2025 · 18:20 Uhr", "Published 3 hours ago". */
function isStamp(text: string): boolean {
  if (text.length > 80 || !/\d/u.test(text)) return false;
  const rest = text
    .replace(
      /\p{L}{3,}\.?,?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{1,2}(?:st|nd|rd|th|\.)?\s+\p{L}{3,}\.?,?\s+\d{4}|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,4}年\d{1,2}月\d{1,2}日|\d{1,2}[:.h]\d{2}(?::\d{2})?/gu,
      '§',
    )
    .replace(
      /\b(?:published|updated|posted|last|modified|on|at|am|pm|uhr|um|stand|aktualisiert|veröffentlicht|publié|le|à|mis|jour|actualizado|publicado|est|edt|pst|gmt|utc|cet|ist|a\.m|p\.m|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun)\b/giu,
      '',
    );
  return rest.includes('§') && rest.replace(/[^\p{L}\p{N}]/gu, '').length <= 2;
}

/** A heading with nothing kept below it before the next heading of its level or the end. */
function withoutEmptySections(verdicts: readonly Verdict[]): readonly Verdict[] {
  const result = [...verdicts];
  let open = false;
  for (let index = result.length - 1; index >= 0; index--) {
    const verdict = result[index];
    if (!verdict || verdict.dropped !== null) continue;
    if (verdict.unit.kind === 'heading') {
      if (!open) result[index] = { ...verdict, dropped: 'a heading with nothing below' };
    } else if (verdict.unit.kind !== 'caption') open = true;
  }
  return result;
}

/** Lists most of whose entries are links and nothing else. */
function withoutLinkLists(verdicts: readonly Verdict[]): readonly Verdict[] {
  const lists = new Map<unknown, { chars: number; linkChars: number; count: number }>();
  for (const { unit } of verdicts) {
    if (unit.kind !== 'list-item') continue;
    const list = lists.get(unit.element.parent) ?? { chars: 0, linkChars: 0, count: 0 };
    list.chars += unit.text.length;
    list.linkChars += unit.linkChars;
    list.count++;
    lists.set(unit.element.parent, list);
  }
  return verdicts.map((verdict) => {
    const list = lists.get(verdict.unit.element.parent);
    if (verdict.dropped !== null || verdict.unit.kind !== 'list-item' || !list) return verdict;
    return list.linkChars > list.chars * 0.6 ? { ...verdict, dropped: 'a list of links' } : verdict;
  });
}

export const letters = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
