import { fitPhrases } from '../../compare/phrases/fit.ts';
import type { Phrase } from '../../compare/phrases/phrase.ts';
import { plainLine, shortened } from '../../plain-text.ts';

/** SNS takes subjects of under 100 characters, one line, no control characters. @see https://docs.aws.amazon.com/sns/latest/api/API_Publish.html (Subject) */
export const LONGEST_SUBJECT = 99;

/** "Example News: killed six → seven; Townsend quote altered". `opening` stands before the phrases, such as "back to the 18:20 wording". */
export function subjectLine(publicationName: string, phrases: readonly Phrase[], opening = ''): string {
  const lead = `${shortened(plainLine(publicationName), 40)}: ${opening}${opening !== '' && phrases.length > 0 ? ': ' : ''}`;
  return shortened(
    `${lead}${fitPhrases(phrases, (line) => lead.length + line.length <= LONGEST_SUBJECT).line}`,
    LONGEST_SUBJECT,
  );
}
