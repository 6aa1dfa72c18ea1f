/**
 * A store in a folder: `<root>/<key>` is a plain file that can be opened, copied and served as it is. Safe with any number
 * of processes at once, and after a kill or a power cut at any instant, with no lock that somebody dead could hold:
 *
 * 1. Bytes are written to a new file and flushed before any name shows them. No file is ever changed in place, so a
 *    reader sees a whole value or none.
 * 2. Put-if-absent is `link`, which fails where the name exists: exactly one wins.
 * 3. Put-if-unchanged takes the key's *turn* (lib/adapters/folder-turn.ts).
 *
 * Names with `~` are ours and never keys: what a killed process left behind is not seen by anybody.
 */
import { randomUUID } from 'node:crypto';
import { link, readdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { isStoreKey, type Store } from '../store.ts';
import { StoreError } from '../errors.ts';
import { isFsError, makeFolder, readVersioned, settleFolder, writeFlushed } from './folder-files.ts';
import { locateKey } from './folder-path.ts';
import { replaceInTurn } from './folder-turn.ts';

/**
 * Opens the folder; it is made at the first write. Every refusal of the file system, and a link that leads out of the
 * folder, is a `StoreError` which names the key. A key cannot also be the beginning of another (`a` and `a/b`): a file is no folder.
 */
export function createFolderStore(root: string): Store {
  const putIfAbsent: Store['putIfAbsent'] = async (key, bytes) =>
    asStoreError(key, 'write', async () => {
      const place = await locateKey(root, key);
      await makeFolder(place.folder);
      await locateKey(root, key); // again: the folder may have been made, or be a link, only now
      const draft = join(place.folder, `~${randomUUID()}`);
      const version = await writeFlushed(draft, bytes);
      try {
        await link(draft, place.file);
      } catch (error) {
        // A folder or a planted link in its place is no stored value: saying "lost" would send the caller to read nothing.
        if (!isFsError(error, 'EEXIST') || (await readVersioned(place.file)) === null) throw error;
        return { kind: 'lost' };
      } finally {
        await unlink(draft);
      }
      await settleFolder(place.folder);
      return { kind: 'stored', version };
    });

  return {
    get: async (key) => asStoreError(key, 'read', async () => readVersioned((await locateKey(root, key)).file)),
    list: (prefix, { after = '' } = {}) => listFolder(root, '', prefix, after),
    putIfAbsent,
    putIfUnchanged: async (key, bytes, version) =>
      version === null
        ? putIfAbsent(key, bytes)
        : asStoreError(key, 'write', async () => {
            const { file } = await locateKey(root, key);
            return replaceInTurn(file, bytes, version);
          }),
  };
}

async function* listFolder(root: string, folder: string, prefix: string, after: string): AsyncGenerator<string> {
  const entries = await asStoreError(folder, 'list', () => readFolder(join(root, folder)));
  for (const { name, isFolder } of entries) {
    const key = folder + name;
    if (isFolder) {
      const canHoldPrefix = key.startsWith(prefix) || prefix.startsWith(key);
      const isBefore = key < after && !after.startsWith(key);
      if (canHoldPrefix && !isBefore) yield* listFolder(root, key, prefix, after);
    } else if (key.startsWith(prefix) && key > after) {
      yield key;
    }
  }
}

/** Folders end in `/` before they are sorted: `a-b` comes before what is in `a/`, as it does in S3. */
async function readFolder(path: string): Promise<{ name: string; isFolder: boolean }[]> {
  try {
    return (await readdir(path, { withFileTypes: true }))
      .filter((entry) => isStoreKey(entry.name) && (entry.isFile() || entry.isDirectory()))
      .map((entry) => ({ name: entry.isFile() ? entry.name : `${entry.name}/`, isFolder: entry.isDirectory() }))
      .sort((left, right) => (left.name < right.name ? -1 : 1));
  } catch (error) {
    if (isFsError(error, 'ENOENT')) return [];
    throw error;
  }
}

async function asStoreError<Result>(key: string, action: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StoreError || !(error instanceof Error)) throw error;
    throw new StoreError(`Could not ${action} ${JSON.stringify(key)} in the folder: ${error.message}`, key, {
      cause: error,
    });
  }
}
