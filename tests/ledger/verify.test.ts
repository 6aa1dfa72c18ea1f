import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../lib/adapters/memory.ts';
import { StoreError } from '../../lib/errors.ts';
import {
  createLedger,
  encodeJson,
  pageKey,
  revisionKey,
  revisionsOn,
  verifyLedger,
  writeTombstone,
} from '../../lib/record/index.ts';
import type { Revision } from '../../lib/revision.ts';
import type { Store } from '../../lib/store.ts';
import { changeOf, comparisonFrom } from '../messages/article-of.ts';
import { ARTICLE_ID, at, goneDraft, textDraft, textRevision } from './parts.ts';

const comparison = comparisonFrom([changeOf({ kind: 'figure', before: 'Six died.', after: 'Seven died.' })]);
const key = (number: number): string => revisionKey(ARTICLE_ID, number);
const PAGE_OF_2 = textRevision({ text: 'Seven died.' }).page.sha256;

/** Two texts, then gone. */
async function sound(): Promise<Store> {
  const store = createMemoryStore();
  const ledger = createLedger({ ledger: store, state: store });
  await ledger.commit(ARTICLE_ID, 0, async () => textDraft({ text: 'Six died.' }));
  await ledger.commit(ARTICLE_ID, 1, async (tail) => textDraft({ tail, comparison, text: 'Seven died.' }));
  await ledger.commit(ARTICLE_ID, 2, async (tail) => {
    if (tail?.revision.kind !== 'text') throw new Error('the second is a text');
    return goneDraft(tail, tail.revision);
  });
  return store;
}

const verify = (store: Store) => verifyLedger(createLedger({ ledger: store, state: store }), store);

/** The same store with something else at a key; null: nothing. */
const having = (store: Store, at: string, bytes: Uint8Array | null): Store => ({
  ...store,
  get: async (asked) => (asked !== at ? store.get(asked) : bytes === null ? null : { bytes, version: 'altered' }),
  list: async function* (prefix, options) {
    for await (const listed of store.list(prefix, options)) if (listed !== at || bytes !== null) yield listed;
  },
});

async function altered(store: Store, number: number, over: Partial<Revision>): Promise<Store> {
  const stored = await store.get(key(number));
  return having(
    store,
    key(number),
    encodeJson({ ...JSON.parse(Buffer.from(stored?.bytes ?? []).toString()), ...over }),
  );
}

test('a sound ledger is counted', async () => {
  expect(await verify(await sound())).toEqual({ articles: 1, revisions: 3, pages: 2, takenDown: 0, breaks: [] });
});

test('a page that was taken down is accepted for its tombstone, and counted', async () => {
  const store = await sound();
  await writeTombstone(store, PAGE_OF_2, 'a court’s order', new Date(at('12:00')));
  const without = having(store, pageKey(PAGE_OF_2), null);
  expect(await verify(without)).toEqual({ articles: 1, revisions: 3, pages: 1, takenDown: 1, breaks: [] });
  const stone = await store.get(`pages/${PAGE_OF_2}.taken-down.json`);
  expect(JSON.parse(Buffer.from(stone?.bytes ?? []).toString())).toEqual({
    format: 1,
    sha256: PAGE_OF_2,
    at: at('12:00'),
    why: 'a court’s order',
  });
});

describe('a break is named', () => {
  test.each<[string, (store: Store) => Store | Promise<Store>, readonly [number, string][]]>([
    [
      'where a revision was taken out',
      (store) => having(store, key(2), null),
      [[3, 'revision 2 is not there: 3 comes next']],
    ],
    ['where the first was', (store) => having(store, key(1), null), [[2, 'revision 1 is not there: 2 comes next']]],
    [
      'where a revision was altered: its successor was committed on another',
      (store) => altered(store, 1, { fetchedAt: at('08:59') }),
      [[2, 'its predecessor is not the one it was committed on']],
    ],
    [
      'where one claims a predecessor it has not',
      (store) => altered(store, 1, { previousHash: 'x' }),
      [
        [1, 'its predecessor is not the one it was committed on'],
        [2, 'its predecessor is not the one it was committed on'],
      ],
    ],
    [
      'where another article’s was put in its place',
      (store) => altered(store, 3, { articleId: 'example-news-other' }),
      [[3, 'it belongs to example-news-other']],
    ],
    [
      'where a page is not there',
      (store) => having(store, pageKey(PAGE_OF_2), null),
      [[2, `its page ${PAGE_OF_2} is not there`]],
    ],
    [
      'where a page is another',
      (store) => having(store, pageKey(PAGE_OF_2), gzipSync('Eight died.')),
      [[2, `its page ${PAGE_OF_2} holds other bytes`]],
    ],
    [
      'where a page is damaged',
      (store) => having(store, pageKey(PAGE_OF_2), Buffer.from('Seven died.')),
      [
        [
          2,
          `pages/${PAGE_OF_2}.html.gz is damaged: it cannot be unpacked; docs/operating.md, Restore, says what to do`,
        ],
      ],
    ],
    [
      'where a revision is damaged',
      (store) => having(store, key(2), Buffer.from('{"format":')),
      [[2, `${key(2)} is damaged: it holds no JSON; docs/operating.md, Restore, says what to do`]],
    ],
    [
      'where one stands under another’s number',
      (store) => altered(store, 3, { number: 4 }),
      [[3, 'it is revision 4 by its own word']],
    ],
    [
      'wherever there is one: the walk goes on behind it',
      (store) => having(having(store, pageKey(PAGE_OF_2), null), key(1), Buffer.from('{"format":')),
      [
        [1, `${key(1)} is damaged: it holds no JSON; docs/operating.md, Restore, says what to do`],
        [2, `its page ${PAGE_OF_2} is not there`],
      ],
    ],
    [
      'where a tombstone says nothing',
      async (store) => {
        await store.putIfAbsent(`pages/${PAGE_OF_2}.taken-down.json`, encodeJson({ format: 1 }));
        return store;
      },
      [[2, expect.stringContaining('taken-down.json is not what Stop Press wrote: sha256')]],
    ],
  ])('%s', async (_, harm, expected) => {
    const { breaks } = await verify(await harm(await sound()));
    expect(breaks).toEqual(expected.map(([number, problem]) => ({ articleId: ARTICLE_ID, number, problem })));
  });
});

test('an audit that cannot be done is no break', async () => {
  const store = await sound();
  const away: Store = {
    ...store,
    get: () => Promise.reject(new StoreError('the store does not answer', 'revisions/')),
  };
  await expect(verify(away)).rejects.toThrow('the store does not answer');
});

test('the revisions that stand on a page are found by the beginning of its hash', async () => {
  const store = await sound();
  const found = async (begins: string) =>
    (await revisionsOn(begins, createLedger({ ledger: store, state: store }))).map(({ number }) => number);
  expect([await found(PAGE_OF_2.slice(0, 8)), await found(''), await found(PAGE_OF_2.slice(8))]).toEqual([
    [2],
    [1, 2],
    [],
  ]);
});
