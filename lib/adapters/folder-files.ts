/** What the folder store does to files: whole, flushed writes, and reads that know which version they read. */
import { mkdir, open, type FileHandle } from 'node:fs/promises';
import { constants } from 'node:fs';
import { dirname } from 'node:path';
import { contentHash } from '../hash.ts';
import type { Stored } from '../store.ts';

/** Writes a new file and flushes it to the disk; answers its version, the hash of its bytes. */
export async function writeFlushed(path: string, bytes: Uint8Array): Promise<string> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  return contentHash(bytes);
}

/** Null where there is no such file, be it that a folder has the name. A link in the file's place is refused (`ELOOP`), never followed. */
export async function readVersioned(path: string): Promise<Stored | null> {
  let file: FileHandle;
  try {
    file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  } catch (error) {
    if (isFsError(error, 'ENOENT', 'ENOTDIR')) return null;
    throw error;
  }
  try {
    const bytes = new Uint8Array(await file.readFile());
    return { bytes, version: contentHash(bytes) };
  } catch (error) {
    if (isFsError(error, 'EISDIR')) return null;
    throw error;
  } finally {
    await file.close();
  }
}

/** Makes a folder and those above it, and flushes each new name: a file is no safer than the path to it. */
export async function makeFolder(folder: string): Promise<void> {
  const firstMade = await mkdir(folder, { recursive: true });
  if (firstMade === undefined) return;
  for (let made = folder; made.length >= firstMade.length; made = dirname(made)) await settleFolder(dirname(made));
}

/** Flushes the names in a folder. Windows cannot, and needs not: NTFS journals them. */
export async function settleFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

export const isFsError = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.includes(error.code);
