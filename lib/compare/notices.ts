/** The publisher's word on its own change: new, altered or dropped. A notice swallows its text. */
import type { NoticeKind } from '../notice.ts';
import { align } from './align/index.ts';
import type { NoticeUnit, Outline } from './outline.ts';
import type { RuleId } from './policy.ts';
import { factsOf, type Reading } from './reading.ts';
import { compareWhole, oneSidedSpans, type Told } from './told.ts';

export type NoticeChanges = {
  readonly told: readonly Told[];
  /** Whether a reader sees a notice, or a line that says "updated", that was not there before. */
  readonly seen: 'notice' | 'update' | null;
};

/** Compares the notices of both sides; stamp lines ("Updated 14:05") are dates and cosmetic. */
export function noticeChanges(before: Outline, after: Outline, reading: Reading): NoticeChanges {
  const alignment = align(
    before.notices.map((notice) => notice.key),
    after.notices.map((notice) => notice.key),
  );
  const told: Told[] = [];
  const fresh: NoticeKind[] = [];
  for (const group of alignment.groups) {
    const [a, b] = [before.notices[group.before[0] ?? -1], after.notices[group.after[0] ?? -1]];
    if (!a || !b || a.text === b.text) continue;
    const whole = compareWhole(a.text, b.text, reading);
    if (!whole.isCosmetic) fresh.push(b.notice);
    told.push({
      ...placeOf(a, b),
      rule: whole.isCosmetic ? 'typography' : NOTICE_RULES[weightier(a.notice, b.notice)],
      also: whole.also,
      spans: whole.spans,
      facts: [{ kind: 'correction', before: a.text, after: b.text }, ...whole.facts],
    });
  }
  for (const index of alignment.removed) {
    const notice = before.notices[index];
    if (notice) told.push(oneSided(notice, null, reading));
  }
  for (const index of alignment.added) {
    const notice = after.notices[index];
    if (!notice) continue;
    fresh.push(notice.notice);
    told.push(oneSided(null, notice, reading));
  }
  const stamped = stampChanges(before, after);
  return { told: [...told, ...stamped], seen: whatIsSeen(fresh, stamped) };
}

/** What a reader sees new: a notice that says something, or only that something was updated. */
function whatIsSeen(fresh: readonly NoticeKind[], stamped: readonly Told[]): NoticeChanges['seen'] {
  if (fresh.some((kind) => kind !== 'bare-update')) return 'notice';
  return fresh.length > 0 || stamped.some((change) => change.after !== null) ? 'update' : null;
}

export const NOTICE_RULES = {
  update: 'update-notice',
  'bare-update': 'update-link',
  correction: 'correction-notice',
  clarification: 'correction-notice',
  'editors-note': 'correction-notice',
} as const satisfies Record<NoticeKind, RuleId>;

const WEIGHT: readonly NoticeKind[] = ['bare-update', 'update', 'editors-note', 'clarification', 'correction'];
const weightier = (a: NoticeKind, b: NoticeKind): NoticeKind => (WEIGHT.indexOf(a) > WEIGHT.indexOf(b) ? a : b);

function oneSided(before: NoticeUnit | null, after: NoticeUnit | null, reading: Reading): Told {
  const notice = before ?? after;
  const text = notice?.text ?? '';
  const { kinds, facts } = factsOf(text, before ? 'before' : 'after', reading);
  const [a, b] = [before?.text ?? null, after?.text ?? null];
  return {
    ...placeOf(before, after),
    rule: NOTICE_RULES[notice?.notice ?? 'update'],
    also: kinds,
    spans: oneSidedSpans(a, b),
    facts: [{ kind: 'correction', before: a, after: b }, ...facts],
  };
}

function placeOf(before: NoticeUnit | null, after: NoticeUnit | null) {
  return {
    part: 'notice',
    block: { before: before?.block ?? null, after: after?.block ?? null },
    passage: `notice ${before?.block}.${before?.start} ${after?.block}.${after?.start}`,
    before: before?.text ?? null,
    after: after?.text ?? null,
  } as const;
}

function stampChanges(before: Outline, after: Outline): Told[] {
  const count = Math.max(before.stamps.length, after.stamps.length);
  return Array.from({ length: count }, (_, index): Told => {
    const [a, b] = [before.stamps[index], after.stamps[index]];
    const [textBefore, textAfter] = [a?.text ?? null, b?.text ?? null];
    return {
      rule: 'stamp',
      part: 'dates',
      also: [],
      block: { before: a?.block ?? null, after: b?.block ?? null },
      passage: `stamp ${index}`,
      before: textBefore,
      after: textAfter,
      spans: oneSidedSpans(textBefore, textAfter),
      facts: [],
    };
  });
}
