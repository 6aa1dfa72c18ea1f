/** What is kept beside the revisions: its form at rest, and what is read back. */
import * as z from 'zod';
import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../lib/adapters/memory.ts';
import {
  createReceipts,
  dayPrefix,
  decodeJson,
  digestReceiptKey,
  encodeJson,
  incidentKey,
  lastTextReceiptKey,
  owedKey,
  parseNumber,
  parseOwedKey,
  parseRevisionKey,
  readRemembered,
  receiptKey,
  rosterIndexKey,
  rosterShardKey,
  siteIndexKey,
  siteNoteKey,
  writeRemembered,
} from '../../lib/record/index.ts';
import type { Receipt } from '../../lib/receipt.ts';
import { isStoreKey, type Store } from '../../lib/store.ts';
import { ARTICLE_ID, at } from './parts.ts';

const textIn = async (store: Store, key: string): Promise<string | null> => {
  const stored = await store.get(key);
  return stored === null ? null : Buffer.from(stored.bytes).toString();
};

describe('where things lie', () => {
  const revision = { articleId: ARTICLE_ID, number: 2, fetchedAt: at('09:00') };
  const debt = { channel: 'email', how: 'now', dueAt: at('09:30') } as const;
  test.each<[() => string, string]>([
    [() => owedKey(revision), `owed/2026/03/01/090000000-${ARTICLE_ID}-00002`],
    [
      () => receiptKey(revision, { ...revision, number: 4 }, debt),
      `receipts/2026/03/01/090000000-${ARTICLE_ID}-00002-00004-email-now-20260301093000000.json`,
    ],
    [() => digestReceiptKey(at('07:00'), 'desk', 'email'), 'receipts/2026/03/01/070000000-desk-email-digest.json'],
    [() => lastTextReceiptKey(at('23:00'), 'night'), 'receipts/2026/03/01/230000000-night-sms-last-text.json'],
    [() => dayPrefix('owed', at('09:00')), 'owed/2026/03/01/'],
    [() => dayPrefix('receipts', at('09:00')), 'receipts/2026/03/01/'],
    [() => incidentKey('example-news', 12), 'incidents/example-news/00012.json'],
    [() => rosterIndexKey('example-news'), 'rosters/example-news/index.json'],
    [() => rosterShardKey('example-news', '00000'), 'rosters/example-news/00000.json'],
    [() => siteNoteKey(at('09:00'), revision), `site/notes/2026/03/01/090000000-${ARTICLE_ID}-00002.json`],
    [() => siteIndexKey('all'), 'site/index/all.json'],
  ])('$1', (made, expected) => {
    const key = made();
    expect(key).toBe(expected);
    expect(isStoreKey(key.replace(/\/$/, ''))).toBe(true);
  });

  test.each([
    'revisions/a/00001.json.bak',
    'old/revisions/a/00001.json',
    'revisions/a/b/00001.json',
    'revisions/a/1.json',
    'revisions//00001.json',
    'revisions/a/notes.json',
  ])('%s is no revision', (key) => {
    expect(parseRevisionKey(key)).toBeNull();
  });

  test.each([
    'old/owed/2026/03/01/090000000-a-00001',
    'owed/2026/03/01/090000000-a-00001.json',
    'owed/2026/03/01/090000000-00001',
    'owed/2026/03/01/a-00001',
  ])('%s is no debt', (key) => {
    expect(parseOwedKey(key)).toBeNull();
  });

  test.each([
    ['incidents/example-news/00012.json', 12],
    ['incidents/example-news/00012.json.bak', null],
    ['incidents/example-news/index.json', null],
  ])('the number of %s is %s', (key, expected) => {
    expect(parseNumber(key)).toBe(expected);
  });
});

describe('JSON at rest', () => {
  const schema = z.object({ format: z.literal(1), who: z.object({ name: z.string() }) });
  const read = (content: string | Uint8Array) => decodeJson('a/key.json', Buffer.from(content), schema);
  const error = (content: string | Uint8Array): unknown => {
    try {
      return read(content);
    } catch (caught) {
      return caught;
    }
  };

  test('is one line, and comes back as it was', () => {
    const value = { format: 1, who: { name: 'Zoë' } };
    expect(Buffer.from(encodeJson(value)).toString()).toBe('{"format":1,"who":{"name":"Zoë"}}\n');
    expect(decodeJson('a/key.json', encodeJson(value), schema)).toEqual(value);
  });

  test.each([
    [
      'that is cut off',
      '{"format":1',
      'a/key.json is damaged: it holds no JSON; docs/operating.md, Restore, says what to do',
    ],
    [
      'that is no UTF-8',
      Buffer.from([0x22, 0xff, 0x22]),
      'a/key.json is damaged: it holds no JSON; docs/operating.md, Restore, says what to do',
    ],
    [
      'of another shape is told by the first thing that is wrong',
      '{"format":1,"who":{"name":7}}',
      'a/key.json is not what Stop Press wrote: who.name Invalid input: expected string, received number',
    ],
    [
      'of no shape at all',
      '7',
      'a/key.json is not what Stop Press wrote:  Invalid input: expected object, received number',
    ],
    ['that is null', 'null', 'a/key.json is not what Stop Press wrote:  Invalid input: expected object, received null'],
  ])('%s is an error that names the key', (_, content, message) => {
    expect(error(content)).toMatchObject({
      name: 'UnreadableError',
      key: 'a/key.json',
      message,
      cause: expect.any(Error),
    });
  });

  test('of a later format says which Stop Press can read it', () => {
    expect(error('{"format":2,"who":{"name":"x"}}')).toMatchObject({
      message: expect.stringMatching(/^a\/key\.json was written by a newer Stop Press than this one \(\S+\): read it/),
    });
  });
});

describe('receipts', () => {
  const key = 'receipts/2026/03/01/070000000-desk-email-digest.json';
  const receipt = (messageId: string): Receipt => ({
    format: 1,
    channel: 'email',
    how: 'digest',
    editions: ['desk'],
    covers: [{ articleId: ARTICLE_ID, number: 2 }],
    at: at('07:00'),
    outcome: { kind: 'published', messageId, providerId: 'x' },
  });

  test('are written once: what a second delivery says is not kept', async () => {
    const receipts = createReceipts(createMemoryStore());
    expect([await receipts.has(key), await receipts.read(key)]).toEqual([false, null]);
    await receipts.write(key, receipt('first'));
    await receipts.write(key, receipt('second'));
    expect([await receipts.has(key), await receipts.read(key)]).toEqual([true, receipt('first')]);
  });

  test('of one hour get a key each, and are listed by their day', async () => {
    const receipts = createReceipts(createMemoryStore());
    const keys: string[] = [];
    for (const messageId of ['a', 'b', 'c']) {
      const free = await receipts.freeKey(key);
      keys.push(free);
      await receipts.write(free, receipt(messageId));
    }
    expect(keys).toEqual([key, key.replace('.json', '-2.json'), key.replace('.json', '-3.json')]);
    expect(await Array.fromAsync(receipts.keys('receipts/2026/03/01/'))).toEqual(keys.toSorted());
    expect(await Array.fromAsync(receipts.keys('receipts/2026/03/02/'))).toEqual([]);
  });

  test('take their suffix at the end of the key only', async () => {
    const receipts = createReceipts(createMemoryStore());
    const odd = 'receipts/2026/03/01/070000000-desk.json.d-email-digest.json';
    await receipts.write(odd, receipt('a'));
    expect(await receipts.freeKey(odd)).toBe('receipts/2026/03/01/070000000-desk.json.d-email-digest-2.json');
  });
});

describe('who was asked to subscribe', () => {
  const KEY = 'subscribers/asked.json';
  const remembered = { asked: new Set(['b', 'a']), confirmed: new Set(['d', 'c']) };

  test('is nobody at first', async () => {
    expect(await readRemembered(createMemoryStore())).toEqual({ asked: new Set(), confirmed: new Set() });
  });

  test('is remembered, and who confirmed, in an order that depends on nothing', async () => {
    const state = createMemoryStore();
    expect(await writeRemembered(state, remembered)).toBe('written');
    expect(await readRemembered(state)).toEqual(remembered);
    expect(await textIn(state, KEY)).toBe('{"format":1,"asked":["a","b"],"confirmed":["c","d"]}\n');
  });

  test('is not written again where nothing is new', async () => {
    const state = createMemoryStore();
    await writeRemembered(state, remembered);
    const before = await state.get(KEY);
    expect(await writeRemembered(state, { asked: new Set(['a', 'b']), confirmed: new Set(['c', 'd']) })).toBe(
      'written',
    );
    expect((await state.get(KEY))?.version).toBe(before?.version);
  });

  test('grows', async () => {
    const state = createMemoryStore();
    await writeRemembered(state, remembered);
    const grown = { asked: new Set([...remembered.asked, 'e']), confirmed: remembered.confirmed };
    expect(await writeRemembered(state, grown)).toBe('written');
    expect(await readRemembered(state)).toEqual(grown);
  });

  test.each([
    ['at first', null],
    ['later', remembered],
  ])('is said to be lost where another sync was quicker, %s', async (_, known) => {
    const state = createMemoryStore();
    if (known !== null) await writeRemembered(state, known);
    const quicker: Store = {
      ...state,
      putIfUnchanged: async (key, bytes, version) => {
        await state.putIfUnchanged(key, encodeJson({ format: 1, asked: ['other'], confirmed: [] }), version);
        return state.putIfUnchanged(key, bytes, version);
      },
    };
    expect(await writeRemembered(quicker, { ...remembered, asked: new Set(['x']) })).toBe('lost');
    expect((await readRemembered(state)).asked).toEqual(new Set(['other']));
  });

  test('is read from the first stores, which did not keep who confirmed', async () => {
    const state = createMemoryStore();
    await state.putIfAbsent(KEY, encodeJson({ format: 1, asked: ['a'] }));
    expect(await readRemembered(state)).toEqual({ asked: new Set(['a']), confirmed: new Set() });
  });
});
