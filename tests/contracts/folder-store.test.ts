import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { createFolderStore } from '../../lib/adapters/folder.ts';
import { StoreError } from '../../lib/errors.ts';
import { bytesOf, keysOf, readText, storeContract } from './store.ts';

const folders: string[] = [];
const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'stop-press-store-'));
  folders.push(folder);
  return folder;
};
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true });
});

storeContract('a folder', async () => createFolderStore(join(await newFolder(), 'made', 'at-first-write')));

describe('the folder store', () => {
  test('keeps plain files that can be opened as they are', async () => {
    const root = await newFolder();
    const store = createFolderStore(root);
    await store.putIfAbsent('site/index.html', bytesOf('one'));
    const stored = await store.get('site/index.html');
    await store.putIfUnchanged('site/index.html', bytesOf('two'), stored?.version ?? null);
    expect(await readFile(join(root, 'site/index.html'), 'utf8')).toBe('two');
  });

  test('is reached through a link to its root, but never leaves it through one inside', async () => {
    const outside = await newFolder();
    await writeFile(join(outside, 'secret'), 'theirs');
    const root = await newFolder();
    await symlink(root, join(outside, 'way-in'));
    const store = createFolderStore(join(outside, 'way-in'));
    await store.putIfAbsent('ours/k', bytesOf('ours'));
    await symlink(outside, join(root, 'folder-out'));
    await symlink(join(outside, 'secret'), join(root, 'file-out'));
    await symlink(join(outside, 'nothing'), join(root, 'dangling'));
    await symlink(join(root, 'ours'), join(root, 'sideways'));

    for (const key of ['folder-out/secret', 'folder-out/new', 'file-out', 'dangling', 'sideways/k']) {
      await expect(store.get(key)).rejects.toThrow(StoreError);
      await expect(store.putIfAbsent(key, bytesOf('x'))).rejects.toThrow(StoreError);
      await expect(store.putIfUnchanged(key, bytesOf('x'), 'any')).rejects.toThrow(StoreError);
    }
    expect(await keysOf(store.list(''))).toEqual(['ours/k']);
    expect((await readdir(outside)).sort()).toEqual(['secret', 'way-in']);
    expect(await readFile(join(outside, 'secret'), 'utf8')).toBe('theirs');
  });

  test('does not see what a killed process or a desktop left behind', async () => {
    const root = await newFolder();
    const store = createFolderStore(root);
    await store.putIfAbsent('r/k', bytesOf('1'));
    await writeFile(join(root, 'r', '~0a1b'), 'half a val');
    await writeFile(join(root, 'r', '.DS_Store'), '');
    await mkdir(join(root, 'r', '~0a1c'));
    expect(await keysOf(store.list(''))).toEqual(['r/k']);
  });

  test('finishes what a writer had decided before it died, and then compares', async () => {
    const root = await newFolder();
    const store = createFolderStore(root);
    await store.putIfAbsent('k', bytesOf('1'));
    const first = await store.get('k');
    await store.putIfUnchanged('k', bytesOf('2'), first?.version ?? null);
    const second = await store.get('k');
    // As left by a process that was killed between taking the turn and putting its bytes in place.
    const [turn = ''] = await readdir(join(root, 'k~turn'));
    await rm(join(root, 'k~turn', turn));
    await writeFile(join(root, 'k~turn', 'turn-dead'), '');
    await writeFile(join(root, 'k~turn', 'dead.bytes'), '3');
    // As left by one that was killed before it took the turn.
    await writeFile(join(root, 'k~turn', 'other.bytes'), 'never');

    expect(await readText(store, 'k')).toBe('2');
    expect(await store.putIfUnchanged('k', bytesOf('4'), second?.version ?? null)).toEqual({ kind: 'lost' });
    expect(await readText(store, 'k')).toBe('3');
    const third = await store.get('k');
    expect(await store.putIfUnchanged('k', bytesOf('4'), third?.version ?? null)).toMatchObject({ kind: 'stored' });
    expect(await readText(store, 'k')).toBe('4');
  });

  test('says which key and folder it could not use', async () => {
    const root = await newFolder();
    await writeFile(join(root, 'file'), '');
    const store = createFolderStore(join(root, 'file'));
    await expect(store.putIfAbsent('a/b', bytesOf('x'))).rejects.toThrow(/Could not write "a\/b".*file/);
    await expect(keysOf(store.list(''))).rejects.toThrow(StoreError);
  });

  test('refuses a key where a folder is, instead of saying that somebody was first', async () => {
    const store = createFolderStore(await newFolder());
    await store.putIfAbsent('a/b', bytesOf('1'));
    await expect(store.putIfAbsent('a', bytesOf('2'))).rejects.toThrow(StoreError);
    await expect(store.putIfAbsent('a/b/c', bytesOf('2'))).rejects.toThrow(StoreError);
  });

  test('says why it may not read', async () => {
    const root = await newFolder();
    await symlink(join(root, 'round'), join(root, 'round'));
    const store = createFolderStore(join(root, 'round'));
    await expect(store.get('a/b')).rejects.toThrow(/Could not read "a\/b".*ELOOP/);
    await expect(keysOf(store.list(''))).rejects.toThrow(StoreError);
  });

  test('two processes at once lose nothing', async () => {
    const root = await newFolder();
    const store = createFolderStore(root);
    await store.putIfAbsent('count', bytesOf('0'));
    const processes = [startIncrementing(root, 30), startIncrementing(root, 30)];
    await Promise.all(processes.map((child) => once(child, 'close')));
    expect(await readText(store, 'count')).toBe('60');
  });

  test('a process killed at any instant takes back nothing it was told, and holds nobody up', async () => {
    const root = await newFolder();
    const store = createFolderStore(root);
    await store.putIfAbsent('count', bytesOf('0'));
    for (const afterValues of [1, 2, 5]) {
      const child = startIncrementing(root, 100_000);
      let printed = '';
      child.stdout.on('data', (chunk: Buffer) => {
        printed += String(chunk);
        if (printed.split('\n').length > afterValues) child.kill('SIGKILL');
      });
      await once(child, 'close');
      const told = Number(printed.trimEnd().split('\n').at(-1));
      const survivor = startIncrementing(root, 1);
      await once(survivor, 'close');
      const count = Number(await readText(store, 'count'));
      // One more than told may have been stored: the answer was lost with the process. And one for the survivor.
      expect(count).toBeGreaterThanOrEqual(told + 1);
      expect(count).toBeLessThanOrEqual(told + 2);
    }
  });
});

const startIncrementing = (root: string, times: number) =>
  spawn(process.execPath, [fileURLToPath(new URL('increment-folder.ts', import.meta.url)), root, String(times)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
