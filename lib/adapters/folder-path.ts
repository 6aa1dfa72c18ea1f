/** From a key to its place in the folder, and never out of it. */
import { realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { StoreError } from '../errors.ts';
import { isFsError } from './folder-files.ts';
import { checkStoreKey } from './store-key.ts';

/**
 * The real file and folder of a key. Throws `StoreError` where the key is none, where a link on the way leads elsewhere, and, on
 * a file system that does not tell upper from lower case, where another spelling of the key is there already: to such a
 * file system the two are one file, to every other store two keys.
 */
export async function locateKey(root: string, key: string): Promise<{ file: string; folder: string }> {
  checkStoreKey(key);
  const realRoot = await realpathOfExisting(resolve(root));
  const file = join(realRoot, key);
  const found = await realpathOfExisting(file);
  if (found !== file) {
    throw new StoreError(
      found.toLowerCase() === file.toLowerCase()
        ? `${JSON.stringify(key)} and what is there differ only in upper and lower case, which this file system does not tell apart`
        : `${JSON.stringify(key)} leads out of the folder, to ${found}: a link is in its path`,
      key,
    );
  }
  return { file, folder: dirname(file) };
}

/** The real path of as much as exists, with the rest as given. */
async function realpathOfExisting(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (!isFsError(error, 'ENOENT', 'ENOTDIR') || path === dirname(path)) throw error;
    return join(await realpathOfExisting(dirname(path)), basename(path));
  }
}
