/** The protocol step by step: what a commit writes in which order, and what becomes of a lost race. */
import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../lib/adapters/memory.ts';
import { StoreError } from '../../lib/errors.ts';
import { contentHash } from '../../lib/hash.ts';
import { createLedger, encodeJson, pageKey, revisionKey, revisionPrefix } from '../../lib/record/index.ts';
import type { Committed } from '../../lib/revision.ts';
import type { Store } from '../../lib/store.ts';
import { changeOf, comparisonFrom } from '../messages/article-of.ts';
import { ARTICLE_ID, pageOf, textDraft, textRevision } from './parts.ts';

const FIRST = revisionKey(ARTICLE_ID, 1);
const comparison = comparisonFrom([changeOf({ kind: 'figure', before: 'Six died.', after: 'Seven died.' })]);

/** A first sighting, or a change on what is there. */
const drafting = (text: string) => async (tail: Committed | null) =>
  tail === null ? textDraft({ text }) : textDraft({ tail, comparison, text });

const ledgerOn = (store: Store) => createLedger({ ledger: store, state: store });

const textOf = ({ revision }: Committed): string =>
  revision.kind === 'text' ? revision.snapshot.article.blocks.map((block) => block.text).join(' ') : revision.detail;

const textsIn = async (store: Store) =>
  (await Array.fromAsync(ledgerOn(store).history(ARTICLE_ID))).map((of) => `${of.revision.number}: ${textOf(of)}`);

/** Notes each write that is tried. */
const noting = (store: Store, writes: string[]): Store => ({
  ...store,
  putIfAbsent: async (key, bytes) => {
    writes.push(key.split('/')[0] ?? '');
    return store.putIfAbsent(key, bytes);
  },
});

/** Before the first revision is put, something else happens to the store. */
function before(store: Store, happens: () => Promise<unknown>): Store {
  let happened = false;
  return {
    ...store,
    putIfAbsent: async (key, bytes) => {
      if (key.startsWith('revisions/') && !happened) {
        happened = true;
        await happens();
      }
      return store.putIfAbsent(key, bytes);
    },
  };
}

describe('a commit', () => {
  test('writes the page, then what it owes, then the revision', async () => {
    const store = createMemoryStore();
    const writes: string[] = [];
    const ledger = ledgerOn(noting(store, writes));
    await ledger.commit(ARTICLE_ID, 0, drafting('Six died.'));
    expect(writes.splice(0)).toEqual(['pages', 'revisions']);
    await ledger.commit(ARTICLE_ID, 1, drafting('Seven died.'));
    expect(writes.splice(0)).toEqual(['pages', 'owed', 'revisions']);
    await ledger.commit(ARTICLE_ID, 2, async (tail) => ({ ...(await drafting('Six died.')(tail)), pageBytes: null }));
    expect(writes).toEqual(['owed', 'revisions']);
  });

  test('answers with what lies in the ledger, by its hash', async () => {
    const store = createMemoryStore();
    const outcome = await ledgerOn(store).commit(ARTICLE_ID, 0, drafting('Six died.'));
    const stored = await store.get(FIRST);
    expect(outcome).toMatchObject({ kind: 'committed', committed: { hash: contentHash(stored?.bytes ?? '') } });
    expect(outcome).toMatchObject({ committed: await ledgerOn(store).read(ARTICLE_ID, 1) });
  });

  test('of nothing new writes nothing, and answers with the tail', async () => {
    const store = createMemoryStore();
    const writes: string[] = [];
    const ledger = ledgerOn(noting(store, writes));
    expect(await ledger.commit(ARTICLE_ID, 0, async () => null)).toEqual({ kind: 'nothing-new', tail: null });
    await ledger.commit(ARTICLE_ID, 0, drafting('Six died.'));
    writes.splice(0);
    const outcome = await ledger.commit(ARTICLE_ID, 1, async () => null);
    expect(outcome).toEqual({ kind: 'nothing-new', tail: await ledger.read(ARTICLE_ID, 1) });
    expect(writes).toEqual([]);
  });
});

describe('a race for the same number', () => {
  test('that is lost to another text is drafted anew on that, and comes next', async () => {
    const store = createMemoryStore();
    const racing = before(store, () => ledgerOn(store).commit(ARTICLE_ID, 0, drafting('Five died.')));
    const outcome = await ledgerOn(racing).commit(ARTICLE_ID, 0, drafting('Six died.'));
    expect(outcome).toMatchObject({ kind: 'committed', committed: { revision: { number: 2 } } });
    expect(await textsIn(store)).toEqual(['1: Five died.', '2: Six died.']);
    const [first, second] = await Array.fromAsync(ledgerOn(store).history(ARTICLE_ID));
    expect(second?.revision.previousHash).toBe(first?.hash);
  });

  test('that is lost by more than one number comes after them all', async () => {
    const store = createMemoryStore();
    const others = ledgerOn(store);
    const racing = before(store, async () => {
      for (const text of ['Four died.', 'Five died.']) await others.commit(ARTICLE_ID, 0, drafting(text));
    });
    await ledgerOn(racing).commit(ARTICLE_ID, 0, drafting('Six died.'));
    expect(await textsIn(store)).toEqual(['1: Four died.', '2: Five died.', '3: Six died.']);
  });

  test('that is lost to the same text leaves nothing to commit', async () => {
    const store = createMemoryStore();
    const racing = before(store, () => ledgerOn(store).commit(ARTICLE_ID, 0, drafting('Six died.')));
    const outcome = await ledgerOn(racing).commit(ARTICLE_ID, 0, async (tail) => {
      if (tail !== null && textOf(tail) === 'Six died.') return null;
      // Seen at another moment than the other visit saw it.
      return textDraft({ text: 'Six died.', page: pageOf({ text: 'Six died.', url: 'https://news.example/again' }) });
    });
    expect(outcome).toEqual({ kind: 'nothing-new', tail: await ledgerOn(store).read(ARTICLE_ID, 1) });
    expect(await textsIn(store)).toEqual(['1: Six died.']);
  });

  test('that was won, and the answer lost on the way, is won', async () => {
    const store = createMemoryStore();
    const deaf: Store = {
      ...store,
      putIfAbsent: async (key, bytes) => {
        await store.putIfAbsent(key, bytes);
        return { kind: 'lost' };
      },
    };
    const outcome = await ledgerOn(deaf).commit(ARTICLE_ID, 0, drafting('Six died.'));
    expect(outcome).toEqual({ kind: 'committed', committed: await ledgerOn(store).read(ARTICLE_ID, 1) });
    expect(await textsIn(store)).toEqual(['1: Six died.']);
  });

  test('that is lost to what cannot be read ends in an error that names it', async () => {
    const store = createMemoryStore();
    const hiding: Store = { ...store, putIfAbsent: async () => ({ kind: 'lost' }) };
    const commit = ledgerOn(hiding).commit(ARTICLE_ID, 0, drafting('Six died.'));
    await expect(commit).rejects.toThrow(new StoreError(`${FIRST} is said to exist but cannot be read`, FIRST));
  });

  test('is not run for ever', async () => {
    const store = createMemoryStore();
    let others = 0;
    const busy: Store = {
      ...store,
      putIfAbsent: async (key, bytes) => {
        if (!key.startsWith('revisions/')) return store.putIfAbsent(key, bytes);
        others += 1;
        await ledgerOn(store).commit(ARTICLE_ID, others - 1, drafting(`${others} died, says another.`));
        return { kind: 'lost' };
      },
    };
    await expect(ledgerOn(busy).commit(ARTICLE_ID, 0, drafting('Six died.'))).rejects.toThrow(
      `Lost 50 races in a row for the next revision of ${ARTICLE_ID}`,
    );
    expect(others).toBe(50);
  });
});

describe('the tail', () => {
  const withThree = async () => {
    const store = createMemoryStore();
    for (const text of ['Six died.', 'Seven died.', 'Eight died.'])
      await ledgerOn(store).commit(ARTICLE_ID, 0, drafting(text));
    return store;
  };

  test.each([
    ['from the beginning', 0],
    ['from a number before it', 1],
    ['from its own number', 3],
    ['from a number that was never reached', 9],
  ])('is found %s', async (_, atLeast) => {
    expect((await ledgerOn(await withThree()).tail(ARTICLE_ID, atLeast))?.revision.number).toBe(3);
  });

  test('is none where there is no revision, whatever the roster thinks', async () => {
    const ledger = ledgerOn(createMemoryStore());
    expect([await ledger.tail(ARTICLE_ID, 0), await ledger.tail(ARTICLE_ID, 4)]).toEqual([null, null]);
  });

  test('is looked for from where it is thought to be: a long history is not listed each time', async () => {
    const store = await withThree();
    const asked: unknown[] = [];
    const listed: Store = {
      ...store,
      list: (prefix, options) => {
        asked.push([prefix, options?.after]);
        return store.list(prefix, options);
      },
    };
    await ledgerOn(listed).tail(ARTICLE_ID, 2);
    expect(asked).toEqual([[revisionPrefix(ARTICLE_ID), revisionKey(ARTICLE_ID, 2)]]);
  });
});

test('the ledger’s articles are those that have a revision, each once and in order', async () => {
  const store = createMemoryStore();
  const [one, other] = ['example-news-1', 'example-news-2'];
  for (const articleId of [other, one, one]) {
    const draft = drafting(`Six died, says ${articleId}.`);
    await ledgerOn(store).commit(articleId, 0, async (tail) => {
      const made = await draft(tail);
      return { ...made, revision: { ...made.revision, articleId } };
    });
  }
  expect(await Array.fromAsync(ledgerOn(store).articleIds())).toEqual([one, other]);
});

test('a file of somebody else’s among the revisions is no revision', async () => {
  const store = createMemoryStore();
  await ledgerOn(store).commit(ARTICLE_ID, 0, drafting('Six died.'));
  await store.putIfAbsent(`${revisionPrefix(ARTICLE_ID)}README.txt`, encodeJson('mine'));
  expect(await textsIn(store)).toEqual(['1: Six died.']);
  expect((await ledgerOn(store).tail(ARTICLE_ID, 0))?.revision.number).toBe(1);
});

describe('a stored page', () => {
  const { page } = textRevision({ text: 'Six died.' });
  test('comes back as it was fetched', async () => {
    const store = createMemoryStore();
    await ledgerOn(store).commit(ARTICLE_ID, 0, drafting('Six died.'));
    expect(Buffer.from((await ledgerOn(store).page(page.sha256)) ?? []).toString()).toBe('Six died.');
  });

  test('that was taken down is null', async () => {
    expect(await ledgerOn(createMemoryStore()).page(page.sha256)).toBeNull();
  });

  test('that cannot be unpacked is an error that names it, and why', async () => {
    const store = createMemoryStore();
    await store.putIfAbsent(pageKey(page.sha256), Buffer.from('not packed'));
    await expect(ledgerOn(store).page(page.sha256)).rejects.toMatchObject({
      name: 'UnreadableError',
      key: pageKey(page.sha256),
      message: `${pageKey(page.sha256)} is damaged: it cannot be unpacked; docs/operating.md, Restore, says what to do`,
      cause: { code: 'Z_DATA_ERROR' },
    });
  });
});
