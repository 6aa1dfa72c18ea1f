/** What stands around the changes: the lines at the margin, which are ours alone. */
import type { Alert } from '../../alert.ts';
import { unreachable } from '../../errors.ts';
import { plainLine, plainUrl } from '../../plain-text.ts';

/** By edition id, what it takes: "Example News, major changes". */
export type Reasons = Readonly<Record<string, string>>;

/**
 * A line at the margin whose words are the publisher's. One that looks like a line of ours, the start of a signature or a
 * quoted reply is set in, so that nobody takes it for one.
 */
export function marginLine(text: string): string {
  const line = plainLine(text);
  return LIKE_OURS.test(line) ? `   ${line}` : line;
}

const LIKE_OURS =
  /^(?:-{2}|[>|]|\d+\s*[.)]|(?:major|notable|minor|revisions?|unchanged|changed|also|article|full diff|pages?|you get this|stop|unsubscribe|from|to|subject|reply-to)\b|https?:)/iu;

export function addressLines(alert: Alert): readonly string[] {
  const url = plainUrl(alert.url);
  const diffUrl = alert.diffUrl === null ? null : plainUrl(alert.diffUrl);
  return [
    ...(url === null ? [] : [`Article    ${url}`]),
    ...(diffUrl === null ? [] : [`${alert.kind === 'text' ? 'Full diff  ' : 'Revision   '}${diffUrl}`]),
    ...pageLines(alert),
  ];
}

/** Enough of each hash to find the stored bytes. */
const SHOWN_OF_HASH = 12;

function pageLines(alert: Alert): readonly string[] {
  switch (alert.kind) {
    case 'availability':
      return [];
    case 'text': {
      const { before, after } = alert.pages;
      const hashes = [before ?? 'not kept', after].map((hash) => shortHash(hash));
      return [`Pages      before / after: sha256 ${hashes.join(' / ')}`];
    }
    default:
      return unreachable(alert);
  }
}

const shortHash = (hash: string): string => (/^[0-9a-f]{64}$/u.test(hash) ? `${hash.slice(0, SHOWN_OF_HASH)}…` : hash);

export function whyLine(editions: readonly { readonly id: string; readonly name: string }[], reasons: Reasons): string {
  const named = editions.map(({ id, name }) => {
    const reason = reasons[id];
    return `"${plainLine(name)}"${reason === undefined ? '' : ` (${plainLine(reason)})`}`;
  });
  const word = named.length === 1 ? 'edition' : 'editions';
  return `You get this because: ${word} ${named.join(', ')}. Stop: by the link at the end of this e-mail.`;
}
