import type { Block } from '../article.ts';

/** "KYIV, Nov 26 (Example Agency)", "WASHINGTON (AP)", "Berlin (dpa)": what stands before the first dash of the story; null when it opens otherwise. */
export function datelineOf(blocks: readonly Block[]): string | null {
  const first = blocks.find(({ kind }) => kind === 'paragraph')?.text.slice(0, 200) ?? '';
  const match = IN_CAPITALS.exec(first) ?? WITH_AGENCY.exec(first);
  return match?.[1]?.trim() ?? null;
}

/** Places in capitals, a region, a day, an agency; then a dash or a colon. */
const IN_CAPITALS =
  /^(\p{Lu}[\p{Lu}’'.-]+(?:[ ,/]+\p{Lu}[\p{Lu}’'.-]+){0,3}(?:, \p{L}[\p{L}. ]{1,20})?(?:, \p{L}{3,9}\.? \d{1,2})?(?: \(\p{L}[\p{L}\p{N} ./-]{1,30}\))?)\s*[-–—―:]+\s/u;
/** A place in ordinary letters, which only the agency behind it tells from the start of a sentence. */
const WITH_AGENCY =
  /^(\p{Lu}[\p{L}’'.-]+(?:[ /]\p{Lu}[\p{L}’'.-]+){0,2}(?:, \d{1,2}\. ?\p{L}{3,9}\.?)? \((?:dpa|afp|ap|reuters|efe|ansa|tass|apa|kna|epd|sid|sda|belga|anp|pap|čtk|aap|pti|ani|xinhua|kyodo)(?:\/\p{L}+)*\))\s?[-–—.:]?\s/iu;
