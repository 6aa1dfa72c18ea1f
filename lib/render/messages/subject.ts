import { plainLine } from './plain-text.ts';

/** SNS takes subjects under 100 characters, one line, no control characters. @see https://docs.aws.amazon.com/sns/latest/api/API_Publish.html */
const LONGEST_SUBJECT = 99;

/** "Example News: killed six → seven; quote altered": as many whole tellings as fit. */
export function subjectLine(
  publicationName: string,
  summary: string,
  tellings: readonly (readonly string[])[],
): string {
  const prefix = `${shortened(plainLine(publicationName), 40)}: `;
  const room = LONGEST_SUBJECT - prefix.length;
  const whole = plainLine(summary);
  return `${prefix}${whole !== '' && whole.length <= room ? whole : fitting(tellings, room, '; ')}`;
}

/** The tellings joined, each at the greatest length that fits; what does not fit at any length is counted ("+ 3 more"). */
export function fitting(
  tellings: readonly (readonly string[])[],
  room: number,
  joint: string,
  size = lengthOf,
): string {
  let text = '';
  for (const [index, telling] of tellings.entries()) {
    const left = tellings.length - index - 1;
    const next = telling
      .map((wording) => (text === '' ? wording : `${text}${joint}${wording}`))
      .find((wording) => size(left > 0 ? `${wording}${more(left)}` : wording) <= room);
    if (next === undefined) return text === '' ? shortened(telling.at(-1) ?? '', room) : `${text}${more(left + 1)}`;
    text = next;
  }
  return text;
}

const more = (count: number): string => ` + ${count} more`;
const lengthOf = (text: string): number => text.length;

/** Cut at a word, with an ellipsis; only for names and headlines, never for what changed. */
export function shortened(text: string, room: number): string {
  if (text.length <= room) return text;
  const cut = text.slice(0, room);
  const words = cut.slice(0, Math.max(cut.lastIndexOf(' '), 0)).trim();
  return `${(words === '' ? cut.slice(0, room - 1).toWellFormed() : words).replace(/[,;:.–—-]+$/u, '').slice(0, room - 1)}…`;
}
