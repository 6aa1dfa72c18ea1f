/** What befell a part of the article, in few words: a notice, the headline, a passage added, removed or rewritten, a link. */
import type { Change } from '../../change.ts';
import { splitSentences } from '../facts/sentences.ts';
import { nameOfOtherHeadline } from '../../other-headline.ts';
import { noticeOf } from '../../notice.ts';
import { holdsWords } from './kinds.ts';
import { alteredAlone, alteredNearby, leavesOpen } from './excerpt.ts';
import { factsInside } from './fact-phrases.ts';
import { countBlocks } from './nouns.ts';
import { GLANCE, orElse, pairOf, phrase, type Phrase } from './phrase.ts';
import { plainLine, quoted } from '../../plain-text.ts';
import type { Told } from './told-changes.ts';

export function noticePhrase(change: Change, { language }: Told): Phrase {
  const text = change.after ?? change.before ?? '';
  const notice = noticeOf(text, language);
  const noun = notice === null ? 'publisher’s notice' : NOTICE_NOUNS[notice.kind];
  const verb = change.before === null ? 'added' : change.after === null ? 'removed' : 'altered';
  const what = `${noun} ${verb}`;
  const says = notice === null || notice.says === '' ? plainLine(text) : plainLine(notice.says);
  const [first = ''] = splitSentences(says, language);
  const wrong = EARLIER_VERSION.exec(first.trim())?.[1]?.replace(/[.!?]$/u, '');
  const shorter =
    wrong === undefined
      ? []
      : [`${what}: earlier version ${quoted(wrong)}`, ...(OWNS_UP.test(wrong) ? [`${what}: ${quoted(wrong)}`] : [])];
  return orElse([`${what}: ${quoted(says)}`, ...shorter], what);
}

/** "misstated the number": plainly of the earlier version, where "said that four were arrested" might be taken for the news. */
const OWNS_UP = /^(?:had )?(?:\p{L}+ly )?(?:mis|omitted|gave the wrong)/u;

const NOTICE_NOUNS = {
  correction: 'correction',
  clarification: 'clarification',
  'editors-note': 'editor’s note',
  update: 'update notice',
  'bare-update': 'update notice',
} as const satisfies Record<NonNullable<ReturnType<typeof noticeOf>>['kind'], string>;

/** "An earlier version of this article gave the wrong number": what was wrong, to the end of its sentence. */
const EARLIER_VERSION =
  /^an? (?:earlier|previous|original) version of (?:this|the) [\p{L} ]{3,30}? ((?:had )?(?:\p{L}+ly )?(?:gave|said|stated|misspelled|misidentified|misstated|mistook|named|referred|reported|attributed|included|omitted|used|described).*)$/iu;

export function headlinePhrase(change: Change): Phrase {
  if (change.rule === 'headline-other') return phrase([`${nameOfOtherHeadline(change)} changed`]);
  const { before, after } = change;
  if (before === null || after === null) return phrase(['headline changed']);
  const now = `headline now ${quoted(after)}`;
  const facts = factsInside(change);
  const oneSided = oneSidedWords(before, after);
  return orElse(
    [
      `${now}, was ${quoted(before)}`,
      now,
      ...(facts === '' ? [] : [`headline: ${facts}`]),
      `headline: ${oneSided ?? pairOf(alteredNearby(before, after, 1))}`,
    ],
    'headline changed',
  );
}

export function withFacts(change: Change, label: string): Phrase {
  const facts = factsInside(change);
  return orElse(facts === '' ? [] : [`${label.replace(/ changed$/u, '')}: ${facts}`], label);
}

export function oneSidedPhrase(change: Change, text: string | null, alert: Told): Phrase {
  const count = countBlocks([change], alert);
  const heading = postHeading(change, alert);
  if (heading !== null) return orElse([`post ${change.kind}: ${quoted(heading)}`], count);
  const says = plainLine(text ?? '');
  const [first = '', ...rest] = splitSentences(says, alert.language).map((sentence) => sentence.trim());
  const more = rest.length === 0 ? '' : ` + ${rest.length} more ${rest.length === 1 ? 'sentence' : 'sentences'}`;
  const forms = [
    ...(says.length <= GLANCE ? [quoted(says)] : []),
    ...(rest.length > 0 && first.length <= GLANCE && !leavesOpen(first) ? [`${quoted(first)}${more}`] : []),
  ];
  return orElse(
    says === '' ? [] : forms.map((form) => `${change.kind}: ${form}`),
    `${count}${holdsWords(change.also, change.facts)}`,
  );
}

export function rewrittenPhrase(change: Change, alert: Told): Phrase {
  const count = countBlocks([change], alert);
  const says = plainLine(change.after ?? '');
  if (change.rule === 'rewritten-article' || says === '') return withFacts(change, count);
  const oneSided = oneSidedWords(change.before ?? '', says);
  const { forms, telling } = withFacts(change, count);
  return orElse(
    [
      ...(says.length > GLANCE ? [] : [`rewritten: now ${quoted(says)}`]),
      ...(oneSided === null || oneSided.length > GLANCE ? [] : [oneSided]),
      ...forms.slice(0, telling),
    ],
    count,
  );
}

/** `“in the Great Lakes region” taken out`: some words put in or taken out, nothing else. */
function oneSidedWords(before: string, after: string): string | null {
  const words = alteredAlone(before, after);
  if (words === null) return null;
  return words.before === '' ? `${quoted(words.after)} put in` : `${quoted(words.before)} taken out`;
}

/** The altered words with a word or two on either side. */
export function wordingPhrase(label: string, change: Change, alert: Told): Phrase {
  const { before, after } = change;
  const count = countBlocks([change], alert);
  if (before === null || after === null) return phrase([count]);
  return orElse(
    [2, 1].map((reach) => `${label} ${pairOf(alteredNearby(before, after, reach))}`),
    count,
  );
}

export function linkPhrase(change: Change, alert: Told): Phrase {
  const hosts = [change.before, change.after].map((url) => URL.parse(url ?? '')?.host ?? null);
  const [before = null, after = null] = hosts;
  const count = countBlocks([change], alert);
  return orElse(before === null || after === null || before === after ? [] : [`link ${before} → ${after}`], count);
}

/** The heading of a post that the change is all of. */
export function postHeading(change: Change, { before, after }: Told): string | null {
  const block =
    change.kind === 'removed' ? before.blocks[change.block.before ?? -1] : after.blocks[change.block.after ?? -1];
  const isWhole = plainLine(block?.text ?? '') === plainLine(change.after ?? change.before ?? '');
  return isWhole ? (block?.post?.heading ?? null) : null;
}
