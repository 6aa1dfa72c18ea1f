/** From the lines of the region to the lines of the article: what a line says, where it stands and how it is linked decide. */
import { noticeOf } from '../../notice.ts';
import { isElement, isText, type PageElement } from '../tree.ts';
import { BY } from '../metadata/byline.ts';
import { letters } from '../metadata/letters.ts';
import { endsSentence, weightOf } from '../text.ts';
import { handsDocument, linkReason } from './link-lines.ts';
import {
  endsArticle,
  isBoilerplateCaption,
  isBoilerplateLine,
  isCommentsLabel,
  isOffer,
  isReadMoreLabel,
} from './phrases.ts';
import type { Unit } from './units.ts';

export type TidyContext = {
  readonly headlines: readonly string[];
  readonly byline: readonly string[];
  readonly containers: readonly PageElement[];
  /** The headline's element and everything around it. */
  readonly around: ReadonlySet<PageElement>;
};

export type Verdict = { readonly unit: Unit; dropped: string | null };

/** Says of each line whether it stays. Rules run in order; a line one of them dropped is not there for the next. */
export function tidyUnits(units: readonly Unit[], context: TidyContext): readonly Verdict[] {
  const verdicts = units.map((unit): Verdict => ({ unit, dropped: null }));
  for (const rule of RULES) rule(verdicts, context);
  return verdicts;
}

const LINKED_HEADING = 'a linked heading';
const SITE_LINE = 'a line of the site, not the story';

/** Says of the lines of one live-blog post whether they stay: a post has no preamble and no tail. */
export function tidyPost(units: readonly Unit[], element: PageElement): readonly Unit[] {
  const verdicts = units.map((unit): Verdict => ({ unit, dropped: null }));
  const context = { headlines: [], byline: [], containers: [element], around: new Set<PageElement>() };
  for (const rule of [dropAfterEnd, dropLines, dropLabelledBoxes, dropLinkLists]) rule(verdicts, context);
  return verdicts.filter(({ dropped }) => dropped === null).map(({ unit }) => unit);
}

type Rule = (verdicts: readonly Verdict[], context: TidyContext) => void;

const RULES: readonly Rule[] = [
  dropAfterEnd,
  dropLines,
  dropLabelledBoxes,
  dropRepeats,
  dropLinkLists,
  dropPreamble,
  dropTail,
  dropEmptySections,
];

function dropAfterEnd(verdicts: readonly Verdict[], context: TidyContext): void {
  let started = false;
  let ended = false;
  let comments: PageElement | null = null;
  for (const verdict of verdicts) {
    const { unit } = verdict;
    if (started && endsArticle(unit.text)) ended = true;
    if (started && isCommentsLabel(unit.text)) {
      comments = boxBelow(unit.element, context);
      if (comments === unit.element && unit.kind === 'heading') ended = true;
    }
    if (ended) verdict.dropped = 'after the end of the article';
    else if (comments && isInside(unit.element, new Set([comments]))) verdict.dropped = 'the readers’ comments';
    if (unit.kind === 'paragraph' && weightOf(unit.text) > 80) started = true;
  }
}

/** The largest element that a label heads. */
function boxBelow(label: PageElement, { containers, around }: TidyContext): PageElement {
  let box = label;
  for (let { parent } = box; parent && isElement(parent) && isFirstIn(box, parent); parent = parent.parent) {
    if (containers.includes(parent) || around.has(parent)) break;
    box = parent;
  }
  return box;
}

function dropLines(verdicts: readonly Verdict[], context: TidyContext): void {
  const headlines = new Set(context.headlines.map(letters));
  const names = new Set(context.byline.map(letters));
  for (const verdict of verdicts) verdict.dropped ??= lineReason(verdict.unit, headlines, names);
}

/** Why a line by itself is not of the story, or null. */
export function lineReason(unit: Unit, headlines: ReadonlySet<string>, names: ReadonlySet<string>): string | null {
  const { text, kind } = unit;
  // Nothing that long is a headline or a name.
  const bare = text.length > 600 ? text : letters(text);
  if (bare === '') return 'no words';
  if (headlines.has(bare)) return 'the headline again';
  if (kind === 'caption') return isBoilerplateCaption(text) ? SITE_LINE : null;
  if (kind === 'table-row' || unit.embed) return null;
  if (isBoilerplateLine(text)) return SITE_LINE;
  if (text.length < 220 && isBylineLine(text, names)) return 'the byline again';
  if (text.length < 120 && (names.has(bare) || names.has(letters(text.replace(/^\p{L}+\s+/u, '')))))
    return 'the byline again';
  const linked = unit.linkChars / text.length;
  if (kind === 'heading' && linked > 0.9) return LINKED_HEADING;
  // "Update: join us on Wednesday, register here" is the publisher's word on its own change, whatever it links to.
  if (kind === 'paragraph' && linked > 0.5 && noticeOf(text, null) === null) {
    const reason = linkReason(unit);
    if (reason !== null) return reason;
  }
  if (kind !== 'heading' && kind !== 'list-item' && isStamp(text)) return 'a date';
  return null;
}

/** "By Jo Bloggs, who writes about ferries", "Par Élodie Marchand - publié le 14 avril 2026". */
function isBylineLine(text: string, names: ReadonlySet<string>): boolean {
  const rest = text.replace(BY, '');
  if (rest === text || text.length < 6) return false;
  const bare = letters(rest);
  return [...names].some((name) => name.length >= 5 && bare.startsWith(name));
}

/** "Nov 26, 2025, 18:20", "26.11.2025 · 18:20 Uhr", "Published 3 hours ago". */
function isStamp(text: string): boolean {
  if (text.length > 100 || !/\d/u.test(text)) return false;
  const rest = text.replace(DATE_OR_TIME, '§').replace(STAMP_WORDS, '');
  if (rest.includes('§') && rest.replace(/[^\p{L}\p{N}]/gu, '').length <= 3) return true;
  // In a language without a table: a year, a day, and no more than a few words.
  return text.length <= 60 && YEAR_AND_DAY.test(text) && !endsSentence(text) && text.split(/\s+/u).length <= 7;
}

const DATE_OR_TIME =
  /\p{L}{3,}\.?,?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{1,2}(?:st|nd|rd|th|\.)?\s+(?:de\s+)?\p{L}{3,}\.?,?\s+(?:de\s+)?\d{4}|\d{1,4}[./-]\s?\d{1,2}[./-]\s?\d{1,4}|\d{1,4}年\d{1,2}月\d{1,2}日|\d{1,2}[:.h]\d{2}(?::\d{2})?/gu;
const YEAR_AND_DAY = /(?<!\d)(?:0?[1-9]|[12]\d|3[01])(?!\d)\P{N}{1,24}(?<!\d)20\d\d(?!\d)/u;
const STAMP_WORDS =
  /(?<!\p{L})(?:first|originally|published|updated?|posted|last|modified|on|at|am|pm|uhr|um|stand|den|vom|aktualisiert|veröffentlicht|zuletzt|geändert|erstellt|publié|le|à|mis|jour|modifié|actualizado|actualización|última|publicado|modificado|el|a las|alle|ore|il|del|modifica|modificato|aggiornato|aggiornamento|ultimo|pubblicato|atualizado|atualização|em|às|de|est|edt|et|pst|pdt|cst|cdt|gmt|utc|cet|cest|mez|mesz|ist|bst|wib|hrs|h|kl|klo|uppdaterad|publicerad|publisert|oppdatert|opdateret|publiceret|offentliggjort|julkaistu|päivitetty|bijgewerkt|gepubliceerd|op|om|uur|opublikowano|aktualizacja|godz|publikováno|aktualizováno|опубликовано|обновлено|в|güncelleme|yayınlanma|tarihi|saat|diperbarui|lesedauer|lesezeit|min|minuten|minutes|read|ago|vor|stunden|hours?|minutes?|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica)(?!\p{L})/giu;

/** A box that says "Read more" or "Subscribe", or has a linked heading, is about something else. */
function dropLabelledBoxes(verdicts: readonly Verdict[], context: TidyContext): void {
  const boxes = new Set<PageElement>();
  for (const verdict of verdicts) {
    const { text, element } = verdict.unit;
    if (isReadMoreLabel(text)) {
      verdict.dropped ??= 'the label of another story';
      boxes.add(boxAround(element, context, 800));
    } else if (verdict.dropped === LINKED_HEADING) boxes.add(boxAround(element, context, 400));
    else if (verdict.dropped === SITE_LINE && isOffer(text)) boxes.add(boxAround(element, context, 1200));
  }
  for (const box of offerBoxes(verdicts, context)) boxes.add(box);
  if (boxes.size === 0) return;
  for (const verdict of verdicts) {
    if (verdict.dropped === null && isInside(verdict.unit.element, boxes))
      verdict.dropped = 'in a box about something else';
  }
}

/** Small elements at least half of whose words are the site's, an offer among them. */
function offerBoxes(verdicts: readonly Verdict[], { containers, around }: TidyContext): readonly PageElement[] {
  const offered = new Map<PageElement, { chars: number; holdsOffer: boolean }>();
  for (const { unit, dropped } of verdicts) {
    if (dropped !== SITE_LINE) continue;
    let node: PageElement | null = unit.element;
    for (let level = 0; node && level < 6 && !containers.includes(node) && !around.has(node); level++) {
      const sum = offered.get(node) ?? { chars: 0, holdsOffer: false };
      offered.set(node, { chars: sum.chars + unit.text.length, holdsOffer: sum.holdsOffer || isOffer(unit.text) });
      node = node.parent && isElement(node.parent) ? node.parent : null;
    }
  }
  return [...offered].flatMap(([box, { chars, holdsOffer }]) =>
    holdsOffer && box.chars <= 800 && chars >= box.chars * 0.5 ? [box] : [],
  );
}

/** The largest element around that is still small beside an article. */
function boxAround(element: PageElement, { containers, around }: TidyContext, most: number): PageElement {
  let box = element;
  for (
    let parent = box.parent;
    parent && isElement(parent) && !containers.includes(parent) && !around.has(parent);
    parent = parent.parent
  ) {
    // Running text belongs to a label that stands above it, not to one that stands among it; and only once.
    const addsProse = parent.prose > box.prose;
    const isCard = parent.chars <= 300 && parent.proseBlocks <= 1 && parent.linkChars > parent.chars * 0.2;
    const addsWords = parent.chars - parent.linkChars - (box.chars - box.linkChars) > 30;
    if ((addsWords || addsProse) && !isCard && !isFirstIn(box, parent)) break;
    if (addsProse && box.prose > 0) break;
    if (parent.chars > most || parent.proseBlocks > 3 || parent.holdsBody) break;
    box = parent;
  }
  return box;
}

const isFirstIn = (child: PageElement, parent: PageElement): boolean =>
  parent.children.find((node) => (isElement(node) ? node.chars > 0 : isText(node) && /\S/u.test(node.data))) === child;

function isInside(element: PageElement, boxes: ReadonlySet<PageElement>): boolean {
  for (let node: unknown = element, level = 0; level < 12 && node && isElement(node as PageElement); level++) {
    if (boxes.has(node as PageElement)) return true;
    node = (node as PageElement).parent;
  }
  return false;
}

/** The same long line twice is a pull quotation or a ticker; three times, a placeholder, and none of them stays. */
function dropRepeats(verdicts: readonly Verdict[]): void {
  const seen = new Map<string, Verdict[]>();
  for (const verdict of verdicts) {
    const { text, kind } = verdict.unit;
    if (verdict.dropped !== null || text.length < 30 || kind === 'table-row' || kind === 'caption') continue;
    const same = seen.get(text);
    if (same) same.push(verdict);
    else seen.set(text, [verdict]);
  }
  for (const same of seen.values()) {
    const spared = same.length >= 3 ? 0 : 1;
    for (const verdict of same.slice(spared)) if (same.length > 1) verdict.dropped = 'said before';
  }
}

/** Lists most of whose entries are links and nothing else. */
function dropLinkLists(verdicts: readonly Verdict[]): void {
  const lists = new Map<unknown, { chars: number; linkChars: number }>();
  for (const { unit } of verdicts) {
    if (unit.kind !== 'list-item') continue;
    const list = lists.get(listOf(unit)) ?? { chars: 0, linkChars: 0 };
    list.chars += unit.text.length;
    list.linkChars += unit.linkChars;
    lists.set(listOf(unit), list);
  }
  for (const verdict of verdicts) {
    const list = verdict.unit.kind === 'list-item' ? lists.get(listOf(verdict.unit)) : undefined;
    if (list && list.linkChars > list.chars * 0.6) verdict.dropped ??= 'a list of links';
  }
}

/** The list an entry belongs to. */
function listOf(unit: Unit): unknown {
  for (
    let node: PageElement | null = unit.element;
    node;
    node = node.parent && isElement(node.parent) ? node.parent : null
  ) {
    if (node.name === 'ul' || node.name === 'ol' || node.name === 'dl') return node;
  }
  return unit.element;
}

/** Before the first paragraph stand section names, bylines, stamps and headlines of another sort. */
function dropPreamble(verdicts: readonly Verdict[]): void {
  for (const verdict of verdicts) {
    if (verdict.dropped !== null || verdict.unit.kind === 'caption') continue;
    const { kind, text } = verdict.unit;
    const isTeaser = kind === 'list-item' && verdict.unit.linkChars > text.length * 0.15;
    const isShort = kind === 'paragraph' && !endsSentence(text) && weightOf(text) < 60;
    if (kind !== 'heading' && !isTeaser && !isShort) return;
    verdict.dropped = 'above the first paragraph';
  }
}

/** After the last sentence stand credits and the names of things to click. */
function dropTail(verdicts: readonly Verdict[]): void {
  const tail: Verdict[] = [];
  for (const verdict of verdicts.toReversed()) {
    if (verdict.dropped !== null || verdict.unit.kind === 'caption') continue;
    const { kind, text } = verdict.unit;
    if (handsDocument(verdict.unit)) continue;
    if (kind !== 'heading' && (kind !== 'paragraph' || endsSentence(text) || weightOf(text) >= 60)) break;
    tail.push(verdict);
  }
  // A long run of short lines is a list of results or names, and meant to be read.
  const isList = tail.filter(({ unit }) => unit.kind === 'paragraph').length > 4;
  let below = false;
  for (const verdict of tail) {
    if (verdict.unit.kind === 'heading') verdict.dropped = below ? null : 'a heading with nothing below';
    else if (isList) below = true;
    else verdict.dropped = 'below the last sentence';
  }
}

/** A heading directly above one of its own or a higher level, or the end. */
function dropEmptySections(verdicts: readonly Verdict[]): void {
  let below = 0;
  for (const verdict of verdicts.toReversed()) {
    if (verdict.dropped !== null || verdict.unit.kind === 'caption') continue;
    if (verdict.unit.kind === 'heading') {
      const level = verdict.unit.level ?? 2;
      if (below > 0 && level >= below && verdict.unit.linkChars > 0) verdict.dropped = 'a heading with nothing below';
      else below = level;
    } else below = 0;
  }
}
