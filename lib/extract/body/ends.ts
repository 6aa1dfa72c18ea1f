/** Where the story begins and ends: what stands above its first paragraph and below its last sentence. */
import { noticeOf } from '../../notice.ts';
import { endsSentence, weightOf } from '../text.ts';
import type { PageElement } from '../page-element.ts';
import { boxBelow, isInside } from './boxes.ts';
import { isStampLine } from './lines.ts';
import { handsDocument } from './link-lines.ts';
import { endsArticle, isCommentsLabel } from './phrases.ts';
import type { TidyContext, Verdict } from './verdict.ts';

/** After a form for comments, or under their heading, the readers speak. */
export function dropAfterEnd(verdicts: readonly Verdict[], context: TidyContext): void {
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

/** Before the first paragraph stand section names, bylines, stamps and headlines of another sort. */
export function dropPreamble(verdicts: readonly Verdict[]): void {
  for (const verdict of verdicts) {
    if (verdict.dropped !== null || verdict.unit.kind === 'caption') continue;
    const { kind, text } = verdict.unit;
    // "Correction", over what it says.
    if (noticeOf(text, null)?.says === '') return;
    const isTeaser = kind === 'list-item' && verdict.unit.linkChars > text.length * 0.15;
    const isShort = kind === 'paragraph' && ((!endsSentence(text) && weightOf(text) < 60) || isStampLine(text));
    if (kind !== 'heading' && !isTeaser && !isShort) return;
    verdict.dropped = 'above the first paragraph';
  }
}

/** After the last sentence stand credits and the names of things to click. */
export function dropTail(verdicts: readonly Verdict[]): void {
  const tail: Verdict[] = [];
  for (const verdict of verdicts.toReversed()) {
    if (verdict.dropped !== null || verdict.unit.kind === 'caption') continue;
    const { kind, text } = verdict.unit;
    // A notice stands at the foot without being the story's last sentence.
    if (handsDocument(verdict.unit) || noticeOf(text, null) !== null) continue;
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
export function dropEmptySections(verdicts: readonly Verdict[]): void {
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
