/** How long a server asks to be left alone. */

const MOST_SECONDS = 24 * 60 * 60;

/**
 * `Retry-After` in both its forms (seconds, or an HTTP date), as whole seconds from `now`; at most a day, so that no typing error
 * silences a publication. Null where it is absent or says nothing that can be read.
 * @see RFC 9110, section 10.2.3
 */
export function retryAfterSeconds(header: string | null, now: Date): number | null {
  const text = header?.trim() ?? '';
  if (/^\d+$/.test(text)) return Math.min(Number(text), MOST_SECONDS);
  const at = /^[A-Za-z]{3}/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(at)) return null;
  return Math.min(Math.max(0, Math.ceil((at - now.getTime()) / 1_000)), MOST_SECONDS);
}
