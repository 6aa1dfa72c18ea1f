/** What every store promises, whatever it is made of. One suite; each adapter's test file calls it. */
import { describe, expect, test } from 'vitest';
import { StoreError } from '../../lib/errors.ts';
import type { PutOutcome, Store } from '../../lib/store.ts';
import { bytesOf, increment, textOf } from './store-counting.ts';

export { bytesOf, textOf };

const HOSTILE_KEYS = [
  '',
  '/',
  '/etc/passwd',
  'a/',
  'a//b',
  '.',
  '..',
  '../a',
  'a/../b',
  'a/./b',
  '.hidden',
  'a/.git/config',
  'a\\b',
  'a b',
  'a\nb',
  'a\0b',
  'a~b',
  'a?b',
  'a%2e%2e/b',
  'naïve',
  'C:a',
  'x'.repeat(201),
  `${'x'.repeat(180)}/`.repeat(5) + 'x',
];

/** @param open a new, empty store each time. */
export function storeContract(name: string, open: () => Promise<Store>): void {
  describe(`the store: ${name}`, () => {
    test('has nothing at a key never written', async () => {
      const store = await open();
      expect(await store.get('a/b')).toBeNull();
      expect(await keysOf(store.list(''))).toEqual([]);
    });

    test('gives back the very bytes, with the version the write answered', async () => {
      const store = await open();
      const everyByte = Uint8Array.from({ length: 70_000 }, (_, i) => i % 256);
      for (const [key, bytes] of [
        ['every-byte', everyByte],
        ['empty', new Uint8Array()],
        ['text.json', bytesOf('{"café":"\u{1f5de}"}\r\n')],
      ] as const) {
        const version = storedVersion(await store.putIfAbsent(key, bytes));
        const stored = await store.get(key);
        expect(stored?.version).toBe(version);
        expect(Buffer.from(stored?.bytes ?? []).equals(Buffer.from(bytes))).toBe(true);
      }
    });

    test('does not share its bytes with the caller', async () => {
      const store = await open();
      const bytes = bytesOf('as written');
      await store.putIfAbsent('k', bytes);
      bytes.fill(0);
      (await store.get('k'))?.bytes.fill(0);
      expect(await readText(store, 'k')).toBe('as written');
    });

    test('put-if-absent loses where there is something, and changes nothing', async () => {
      const store = await open();
      await store.putIfAbsent('k', bytesOf('first'));
      expect(await store.putIfAbsent('k', bytesOf('second'))).toEqual({ kind: 'lost' });
      expect(await store.putIfAbsent('k', bytesOf('first'))).toEqual({ kind: 'lost' });
      expect(await readText(store, 'k')).toBe('first');
    });

    test('put-if-unchanged replaces the version it names, once', async () => {
      const store = await open();
      const first = storedVersion(await store.putIfAbsent('k', bytesOf('1')));
      const second = storedVersion(await store.putIfUnchanged('k', bytesOf('2'), first));
      expect(second).not.toBe(first);
      expect(await store.putIfUnchanged('k', bytesOf('3'), first)).toEqual({ kind: 'lost' });
      expect(await readText(store, 'k')).toBe('2');
      storedVersion(await store.putIfUnchanged('k', bytesOf('3'), second));
      expect(await readText(store, 'k')).toBe('3');
    });

    test('put-if-unchanged with a version from a read, many times over', async () => {
      const store = await open();
      await store.putIfAbsent('k', bytesOf('0'));
      for (let n = 1; n <= 8; n += 1) {
        const stored = await store.get('k');
        expect(await store.putIfUnchanged('k', bytesOf(String(n)), stored?.version ?? null)).toMatchObject({
          kind: 'stored',
        });
      }
      expect(await readText(store, 'k')).toBe('8');
    });

    test('put-if-unchanged with null wants the key absent', async () => {
      const store = await open();
      storedVersion(await store.putIfUnchanged('k', bytesOf('1'), null));
      expect(await store.putIfUnchanged('k', bytesOf('2'), null)).toEqual({ kind: 'lost' });
      expect(await readText(store, 'k')).toBe('1');
    });

    test('put-if-unchanged loses where nothing is at the key any more, or never was', async () => {
      const store = await open();
      const version = storedVersion(await store.putIfAbsent('there', bytesOf('1')));
      expect(await store.putIfUnchanged('elsewhere', bytesOf('2'), version)).toEqual({ kind: 'lost' });
      expect(await store.get('elsewhere')).toBeNull();
    });

    test('lists keys that start with the prefix, in code-unit order', async () => {
      const store = await open();
      const keys = ['b', 'a/1', 'a-1', 'a.1', 'a_1', 'a/0/z', 'a/0.5', 'A/1', 'ab/1', 'a/10', 'a/2', 'Z'];
      for (const key of keys) await store.putIfAbsent(key, bytesOf(key));
      expect(await keysOf(store.list(''))).toEqual([...keys].sort());
      expect(await keysOf(store.list('a/'))).toEqual(['a/0.5', 'a/0/z', 'a/1', 'a/10', 'a/2']);
      expect(await keysOf(store.list('a/1'))).toEqual(['a/1', 'a/10']);
      expect(await keysOf(store.list('a'))).toEqual([...keys].filter((key) => key.startsWith('a')).sort());
      expect(await keysOf(store.list('nothing/'))).toEqual([]);
      expect(await keysOf(store.list('../'))).toEqual([]);
    });

    test('lists after a key, whether that key exists or not', async () => {
      const store = await open();
      for (const key of ['r/1', 'r/2', 'r/3/x', 'r/3/y', 'r/4', 's/1']) await store.putIfAbsent(key, bytesOf('.'));
      expect(await keysOf(store.list('r/', { after: 'r/2' }))).toEqual(['r/3/x', 'r/3/y', 'r/4']);
      expect(await keysOf(store.list('r/', { after: 'r/3/x' }))).toEqual(['r/3/y', 'r/4']);
      expect(await keysOf(store.list('r/', { after: 'r/25' }))).toEqual(['r/3/x', 'r/3/y', 'r/4']);
      expect(await keysOf(store.list('r/', { after: 'r/9' }))).toEqual([]);
      expect(await keysOf(store.list('r/', { after: 'a' }))).toHaveLength(5);
      expect(await keysOf(store.list('r/', { after: undefined }))).toHaveLength(5);
    });

    test('lists only what was written: the beginning of a key is no key', async () => {
      const store = await open();
      await store.putIfAbsent('deep/er/est', bytesOf('1'));
      const stored = await store.get('deep/er/est');
      await store.putIfUnchanged('deep/er/est', bytesOf('2'), stored?.version ?? null);
      expect(await store.get('deep')).toBeNull();
      expect(await store.get('deep/er')).toBeNull();
      expect(await store.get('deep/er/est/x')).toBeNull();
      expect(await keysOf(store.list(''))).toEqual(['deep/er/est']);
    });

    test('a listing can be left in the middle', async () => {
      const store = await open();
      for (const key of ['1', '2', '3']) await store.putIfAbsent(key, bytesOf(key));
      for await (const key of store.list('')) {
        expect(key).toBe('1');
        break;
      }
    });

    test.each(HOSTILE_KEYS)('refuses the key %j', async (key) => {
      const store = await open();
      await expect(store.get(key)).rejects.toThrow(StoreError);
      await expect(store.putIfAbsent(key, bytesOf('x'))).rejects.toThrow(StoreError);
      await expect(store.putIfUnchanged(key, bytesOf('x'), null)).rejects.toThrow(StoreError);
      await expect(store.putIfUnchanged(key, bytesOf('x'), 'v')).rejects.toThrow(StoreError);
    });

    test('takes the longest segment and the longest key', async () => {
      const store = await open();
      const longest = `${'s'.repeat(200)}/`.repeat(4) + 'k'.repeat(96);
      expect(longest).toHaveLength(900);
      await store.putIfAbsent(longest, bytesOf('1'));
      const stored = await store.get(longest);
      expect(await store.putIfUnchanged(longest, bytesOf('2'), stored?.version ?? null)).toMatchObject({
        kind: 'stored',
      });
      expect(await keysOf(store.list(''))).toEqual([longest]);
    });

    test('of many who put if absent at once, exactly one wins, and its bytes are there', async () => {
      const store = await open();
      const outcomes = await Promise.all(
        Array.from({ length: 24 }, (_, n) => store.putIfAbsent('raced/k', bytesOf(String(n)))),
      );
      const winners = outcomes.flatMap((outcome, n) => (outcome.kind === 'stored' ? [n] : []));
      expect(winners).toHaveLength(1);
      expect(await readText(store, 'raced/k')).toBe(String(winners[0]));
    });

    test('of many who put if unchanged at once, none is lost', async () => {
      const store = await open();
      await store.putIfAbsent('count', bytesOf('0'));
      await Promise.all(Array.from({ length: 8 }, () => increment(store, 'count', 3)));
      expect(await readText(store, 'count')).toBe('24');
    });
  });
}

export async function keysOf(keys: AsyncIterable<string>): Promise<string[]> {
  const listed: string[] = [];
  for await (const key of keys) listed.push(key);
  return listed;
}

export async function readText(store: Store, key: string): Promise<string | null> {
  const stored = await store.get(key);
  return stored === null ? null : textOf(stored.bytes);
}

function storedVersion(outcome: PutOutcome): string {
  if (outcome.kind !== 'stored') throw new Error('expected the write to be stored');
  return outcome.version;
}
