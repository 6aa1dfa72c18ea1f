/** Captions: their words count, and one that came or went under an image that stays; one that came or went with its image does not. */
import { align } from './align/index.ts';
import { isSamePicture } from './images.ts';
import type { Outline } from './outline.ts';
import type { Reading } from './reading.ts';
import { compareWhole, oneSidedSpans, type Told } from './told.ts';
import type { Unit } from './units.ts';

/** Compares captions by their image where it is known, else by likeness. */
export function captionChanges(before: Outline, after: Outline, reading: Reading): Told[] {
  const alignment = align(keysOf(before), keysOf(after));
  const pairs = alignment.groups.map((group) => [group.before[0] ?? -1, group.after[0] ?? -1] as const);
  const left = { before: new Set(alignment.removed), after: new Set(alignment.added) };
  for (const index of alignment.removed) {
    const image = imageOf(before, index);
    const other = image === null ? undefined : [...left.after].find((at) => isSamePicture(image, imageOf(after, at)));
    if (other === undefined) continue;
    pairs.push([index, other]);
    left.before.delete(index);
    left.after.delete(other);
  }
  return [
    ...pairs.flatMap(([a, b]) => pairChange(before.captions[a], after.captions[b], reading)),
    ...[...left.before].map((index) => cameOrWent(before.captions[index], null, isKept(before, index, after))),
    ...[...left.after].map((index) => cameOrWent(null, after.captions[index], isKept(after, index, before))),
  ];
}

const keysOf = (outline: Outline): string[] => outline.captions.map((caption) => caption.key);

function imageOf(outline: Outline, index: number): string | null {
  const unit = outline.captions[index];
  return (unit && outline.article.blocks[unit.block]?.image) ?? null;
}

/** Of images without a caption a page's lead image alone is known. */
function isKept(outline: Outline, index: number, elsewhere: Outline): boolean {
  const image = imageOf(outline, index);
  return image !== null && isSamePicture(image, elsewhere.article.leadImage?.url ?? null);
}

function pairChange(before: Unit | undefined, after: Unit | undefined, reading: Reading): Told[] {
  if (!before || !after || before.text === after.text) return [];
  const whole = compareWhole(before.text, after.text, reading);
  return [
    {
      ...placeOf(before, after),
      rule: whole.isCosmetic ? 'typography' : 'caption-words',
      also: whole.also,
      spans: whole.spans,
      facts: whole.facts,
    },
  ];
}

function cameOrWent(before: Unit | null | undefined, after: Unit | null | undefined, isImageKept: boolean): Told {
  const spans = oneSidedSpans(before?.text ?? null, after?.text ?? null);
  const rule = isImageKept ? 'caption-words' : 'caption-with-image';
  return { ...placeOf(before, after), rule, also: [], spans, facts: [] };
}

function placeOf(before: Unit | null | undefined, after: Unit | null | undefined) {
  return {
    part: 'caption',
    block: { before: before?.block ?? null, after: after?.block ?? null },
    passage: `caption ${before?.block} ${after?.block}`,
    before: before?.text ?? null,
    after: after?.text ?? null,
  } as const;
}
