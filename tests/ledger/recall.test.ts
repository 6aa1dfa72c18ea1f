/** What is known of an article from the ledger alone, where the roster is not trusted or another version read it. */
import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../lib/adapters/memory.ts';
import { LIVE } from '../../lib/availability.ts';
import { readingVersion } from '../../lib/reading-version.ts';
import { baseline, createLedger, recall } from '../../lib/record/index.ts';
import type { Revision } from '../../lib/revision.ts';
import type { RosterEntry } from '../../lib/roster.ts';
import { ARTICLE_ID, at, contextOf, entryOf, goneDraft, pageOf, textDraft, VERSION } from './parts.ts';
import { storyPage } from './story.ts';

type Step = { readonly text: string } | 'gone' | 'live';

/** A ledger in which this happened, with a page of the story behind each text. */
async function ledgerOf(...steps: readonly Step[]) {
  const store = createMemoryStore();
  const ledger = createLedger({ ledger: store, state: store });
  for (const step of steps) {
    await ledger.commit(ARTICLE_ID, 0, async (tail) => {
      if (typeof step !== 'string')
        return textDraft({ tail, text: step.text, page: pageOf({ text: storyPage('six') }) });
      const last = tail?.revision.kind === 'availability' ? tail.revision.snapshotAt : (tail?.revision.number ?? 0);
      const text = await ledger.read(ARTICLE_ID, last);
      if (tail === null || text?.revision.kind !== 'text') throw new Error('a text comes first');
      return goneDraft(tail, text.revision, { moved: { before: step === 'gone' ? 'live' : 'gone', after: step } });
    });
  }
  return { store, ledger };
}

describe('an entry that is not trusted', () => {
  const trusted = entryOf({
    validators: { etag: '"x"', lastModified: null },
    pageHash: 'x',
    fingerprint: 'x',
    readingVersion: VERSION,
    revision: 9,
    words: 900,
    readAt: at('08:30'),
    changedAt: at('08:15'),
    availability: { state: 'missing', suspect: null },
  });
  const unread = {
    validators: { etag: null, lastModified: null },
    pageHash: null,
    fingerprint: null,
    readingVersion: null,
  };

  test.each<[string, readonly Step[], Partial<RosterEntry>]>([
    ['has no revision where the ledger has none', [], { revision: 0, availability: LIVE, words: null }],
    [
      'has the revision, the words and the date of the ledger’s last text',
      [{ text: 'Six died.' }, { text: 'Seven people died.' }],
      { revision: 2, availability: LIVE, words: 3, changedAt: at('09:00') },
    ],
    [
      'is gone where the ledger says so, with the words of the text before',
      [{ text: 'Six died.' }, 'gone'],
      { revision: 2, availability: { state: 'gone', suspect: null }, words: 2, changedAt: at('09:00') },
    ],
    [
      'is back where the ledger says that',
      [{ text: 'Six died.' }, 'gone', 'live'],
      { revision: 3, availability: LIVE, words: 2, changedAt: at('09:00') },
    ],
  ])('%s', async (_, steps, expected) => {
    const { ledger } = await ledgerOf(...steps);
    expect(await recall(trusted, ledger)).toEqual({ ...trusted, ...unread, ...expected });
  });

  test('keeps what it suspects where the ledger says what it says', async () => {
    const suspect = { state: 'missing', since: at('08:00'), slots: 2, lastSlot: at('09:00') } as const;
    const { ledger } = await ledgerOf({ text: 'Six died.' });
    const entry = entryOf({ availability: { state: 'live', suspect } });
    expect((await recall(entry, ledger)).availability).toEqual({ state: 'live', suspect });
    const other = entryOf({ availability: { state: 'gone', suspect } });
    expect((await recall(other, ledger)).availability).toEqual(LIVE);
  });

  test('that was retired and is listed again keeps its new date: by its old one it would be retired at once', async () => {
    const { ledger } = await ledgerOf({ text: 'Six died.' });
    expect((await recall(entryOf({ firstSeenAt: at('09:30') }), ledger)).changedAt).toBeNull();
    expect((await recall(entryOf({ firstSeenAt: at('09:00') }), ledger)).changedAt).toBe(at('09:00'));
  });
});

describe('a new reading is compared', () => {
  const readBy = async (version: string, page = storyPage('six')) => {
    const { ledger, store } = await ledgerOf();
    await ledger.commit(ARTICLE_ID, 0, async () => {
      const draft = textDraft({ text: 'Six died.', page: pageOf({ text: page }) });
      if (draft.revision.kind !== 'text') throw new Error('a text');
      const revision: Revision = {
        ...draft.revision,
        snapshot: { ...draft.revision.snapshot, readingVersion: version },
      };
      return { ...draft, revision };
    });
    return { ledger, store, tail: await ledger.tail(ARTICLE_ID, 0) };
  };
  const blocks = (found: Awaited<ReturnType<typeof baseline>>) =>
    found?.snapshot.article.blocks.map(({ text }) => text).join(' ') ?? null;

  test('with nothing where nothing was committed', async () => {
    expect(await baseline(null, contextOf().ledger, {})).toBeNull();
  });

  test('with the stored snapshot, where the same version read it', async () => {
    const { ledger, tail } = await readBy(VERSION);
    const found = await baseline(tail, ledger, {});
    expect([found?.readAgain, blocks(found)]).toEqual([false, 'Six died.']);
  });

  test('with the stored bytes read again, where another version read it', async () => {
    const { ledger, tail } = await readBy('0.0+00000000');
    const found = await baseline(tail, ledger, {});
    expect(found).toMatchObject({ readAgain: true, revision: tail?.revision, snapshot: { readingVersion: VERSION } });
    expect(blocks(found)).toContain('The blaze killed six people');
  });

  test('with them read by the rules of today', async () => {
    const { ledger, tail } = await readBy(VERSION);
    const rules = { drop: ['article p:nth-of-type(3)'] };
    const found = await baseline(tail, ledger, rules);
    expect(found).toMatchObject({ readAgain: true, snapshot: { readingVersion: readingVersion(rules) } });
    expect(blocks(found)).not.toContain('killed');
  });

  test.each([
    ['where the bytes were taken down', storyPage('six'), true],
    ['where no article is found in them any more', '<title>moved</title>', false],
  ])('with the stored snapshot %s', async (_, page, isTakenDown) => {
    const { store, tail } = await readBy('0.0+00000000', page);
    const get: typeof store.get = async (key) => (isTakenDown && key.startsWith('pages/') ? null : store.get(key));
    const found = await baseline(tail, createLedger({ ledger: { ...store, get }, state: store }), {});
    expect([found?.readAgain, blocks(found)]).toEqual([false, 'Six died.']);
  });

  test('with the text before an availability', async () => {
    const { ledger } = await ledgerOf({ text: 'Six died.' }, 'gone');
    const found = await baseline(await ledger.tail(ARTICLE_ID, 0), ledger, {});
    expect([found?.revision.number, blocks(found)]).toEqual([1, 'Six died.']);
  });
});
