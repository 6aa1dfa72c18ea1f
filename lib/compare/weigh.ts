/** How much a change matters: the policy's row, then the watchlist's say. */
import { isAtLeast, type ChangeKind, type Severity } from '../change.ts';
import type { Article } from '../article.ts';
import type { BeatRule, CompareRules } from './context.ts';
import { policyRow } from './policy.ts';
import type { Told } from './told.ts';

export type Weighed = { readonly kind: ChangeKind; readonly severity: Severity; readonly rule: string };

/** Weighs changes of one comparison. Precedence: ignored, then the severity set for the row, else for the kind, then beats raise. */
export function weigher(rules: CompareRules | undefined, before: Article, after: Article): (told: Told) => Weighed {
  const ignored = ignorer(rules?.ignore, before, after);
  const beats = (rules?.beats ?? []).map((beat) => ({ raiseTo: beat.raiseTo, pattern: beatPattern(beat) }));
  return (told) => {
    const row = policyRow(told.rule);
    const kind = told.kind ?? row.kind;
    if (ignored(told, kind)) return { kind, severity: 'cosmetic', rule: 'ignored' };
    let severity = rules?.severities?.[told.rule] ?? rules?.severities?.[kind] ?? row.severity;
    for (const { raiseTo, pattern } of beats)
      if (raiseTo && isAtLeast(severity, 'minor') && !isAtLeast(severity, raiseTo) && isOnBeat(told, pattern))
        severity = raiseTo;
    return { kind, severity, rule: told.rule };
  };
}

function ignorer(
  ignore: CompareRules['ignore'],
  before: Article,
  after: Article,
): (told: Told, kind: ChangeKind) => boolean {
  const patterns = (ignore?.patterns ?? []).map((pattern) => new RegExp(pattern, 'giu'));
  const kinds = new Set(ignore?.kinds);
  const blocks = new Set(ignore?.blocks);
  const blockKind = (article: Article, index: number | null) =>
    index === null ? undefined : article.blocks[index]?.kind;
  return (told, kind) => {
    if (kinds.has(kind)) return true;
    const standsIn = [blockKind(before, told.block.before), blockKind(after, told.block.after)].filter(
      (k) => k !== undefined,
    );
    if (standsIn.length > 0 && standsIn.every((k) => blocks.has(k))) return true;
    return patterns.some((pattern) => isMatched(told, pattern));
  };
}

/** Whether every altered word matches, or both texts do from end to end. */
function isMatched(told: Told, pattern: RegExp): boolean {
  const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);
  const altered = told.spans.flatMap((span) => (span.kind === 'same' || span.own === false ? [] : [span.text]));
  if (!altered.some(hasWords)) return false;
  const texts = [told.before, told.after].filter((text) => text !== null);
  return [altered, texts].some((all) => all.every((text) => !hasWords(text.replace(pattern, ''))));
}

function beatPattern(beat: BeatRule): RegExp {
  const words = (beat.words ?? []).map((word) => `(?<![\\p{L}\\p{N}])${RegExp.escape(word)}(?![\\p{L}\\p{N}])`);
  const all = [...words, ...(beat.patterns ?? [])];
  return new RegExp(all.length === 0 ? '(?!)' : all.map((part) => `(?:${part})`).join('|'), 'iu');
}

const isOnBeat = (told: Told, pattern: RegExp): boolean =>
  pattern.test(told.before ?? '') || pattern.test(told.after ?? '');
