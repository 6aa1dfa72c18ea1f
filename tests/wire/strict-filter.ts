/**
 * A filter policy `{"editions": ["world"]}` matches a message whose `String.Array` attribute has the member `world`. The emulator compares
 * with the attribute's whole text, so the front hands it a wildcard for the quoted member, and hands back the policy as it was set.
 * @see https://docs.aws.amazon.com/sns/latest/dg/attribute-key-matching.html
 */
import type { Seen } from './strict-front.ts';

export type FilterTranslation = {
  readonly toEmulator: (seen: Seen) => Buffer;
  readonly fromEmulator: (seen: Seen, body: Buffer) => Buffer | string;
};

export function createFilterTranslation(): FilterTranslation {
  const asSet = new Map<string, string>();
  return {
    toEmulator: ({ action, body }) => {
      if (action !== 'Subscribe' && action !== 'SetSubscriptionAttributes') return body;
      const form = new URLSearchParams(body.toString());
      for (const [field, value] of form) {
        if (!value.startsWith('{"editions":')) continue;
        const { editions } = JSON.parse(value) as { editions: string[] };
        const translated = JSON.stringify({ editions: editions.map((edition) => ({ wildcard: `*"${edition}"*` })) });
        asSet.set(escapeXml(translated), escapeXml(value));
        form.set(field, translated);
      }
      return Buffer.from(form.toString());
    },
    fromEmulator: ({ action }, body) => {
      if (action === null) return body; // S3: bytes, which are no text
      return [...asSet].reduce((text, [translated, value]) => text.replaceAll(translated, value), body.toString());
    },
  };
}

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
