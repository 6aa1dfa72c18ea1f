/** A whole web in memory for the growth bench: pages that answer at once, a store that does not slow down as it fills, and a clock to turn. */
import { createMemoryStore } from '../../lib/adapters/memory.ts';
import type { FetchPage } from '../../lib/page.ts';
import type { Store } from '../../lib/store.ts';

/** What every page answers: 304; 200 with other bytes and the same text; 200 with one figure changed. */
export type Answer = 'not-modified' | 'same-text' | 'changed';

export type SimulatedSite = { readonly fetchPage: FetchPage; readonly answer: (answer: Answer) => void };

/** Pages of about so many bytes, a tenth of them text. `now` dates the answers. */
export function createSite(pageBytes: number, now: () => Date): SimulatedSite {
  let [answer, round]: [Answer, number] = ['same-text', 0];
  const encoder = new TextEncoder();
  const validators = { etag: '"1"', lastModified: null };
  return {
    answer: (next) => {
      answer = next;
      round += 1;
    },
    fetchPage: ({ url, validators: { etag } }) => {
      const fetchedAt = now().toISOString();
      if (answer === 'not-modified' && etag !== null)
        return Promise.resolve({ kind: 'not-modified', fetchedAt, validators });
      const body = encoder.encode(pageOf(url, pageBytes, answer === 'changed' ? round : 0, round));
      return Promise.resolve({
        kind: 'page',
        page: {
          url,
          requestedUrl: url,
          status: 200,
          contentType: 'text/html; charset=utf-8',
          validators,
          body,
          fetchedAt,
          redirects: [],
        },
      });
    },
  };
}

function pageOf(url: string, bytes: number, version: number, round: number): string {
  const paragraph = (i: number): string =>
    `<p>Paragraph ${i} of ${url} says what the harbour board decided on its ${i + 1}. vote, and why the ferry will not sail before the wall has been inspected.</p>`;
  const paragraphs = Array.from({ length: Math.max(3, Math.round(bytes / 10 / 160)) }, (_, i) => paragraph(i));
  const killed = 6 + version;
  const lead = `<p>The storm killed at least ${killed} people on the coast, officials said on Wednesday.</p>`;
  const text = `<h1>Storm closes the harbour</h1>${lead}${paragraphs.join('\n')}`;
  const noise = 'var q=function(a,b){return a.concat(b)};'.repeat(Math.max(0, Math.round((bytes - text.length) / 40)));
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Storm closes the harbour</title><script>${noise}</script><!-- ${round} --></head><body><main><article>${text}</article></main></body></html>`;
}

/**
 * The memory store lists by going through every key it holds, which S3 does not: here each first two parts of a key have a store of their own.
 */
export function createRoomyStore(): Store {
  const rooms = new Map<string, Store>();
  const nameOf = (key: string): string => key.split('/').slice(0, 2).join('/');
  const roomOf = (key: string): Store => {
    const name = nameOf(key);
    const room = rooms.get(name) ?? createMemoryStore();
    rooms.set(name, room);
    return room;
  };
  return {
    get: (key) => roomOf(key).get(key),
    list: async function* (prefix, options) {
      const whole = prefix.split('/').length > 2;
      const names = whole ? [nameOf(prefix)] : [...rooms.keys()].filter((name) => name.startsWith(prefix)).sort();
      for (const name of names) yield* rooms.get(name)?.list(prefix, options) ?? [];
    },
    putIfAbsent: (key, bytes) => roomOf(key).putIfAbsent(key, bytes),
    putIfUnchanged: (key, bytes, version) => roomOf(key).putIfUnchanged(key, bytes, version),
  };
}
