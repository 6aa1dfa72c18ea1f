/** Reading the files a person names: whole, within bounds, and with a clear word where that cannot be. */
import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ConfigError } from '../errors.ts';

/** No saved page comes near it; what is larger is another kind of file. */
const MAX_BYTES = 64 * 1024 * 1024;

/**
 * The bytes of a file; of what is packed inside, for a name that ends in `.gz`. Throws `ConfigError` in one line, with the
 * remedy where there is no such file.
 */
export async function readInputBytes(path: string, cwd: string, remedy?: string): Promise<Uint8Array> {
  const full = resolve(cwd, path);
  try {
    const { size } = await stat(full);
    if (size > MAX_BYTES)
      throw new ConfigError(`${path}: this file is over 64 MB: too large for a page or a watchlist`);
    const bytes = await readFile(full);
    return path.endsWith('.gz') ? gunzipSync(bytes, { maxOutputLength: MAX_BYTES }) : bytes;
  } catch (error) {
    throw asConfigError(error, path, remedy);
  }
}

/** As {@link readInputBytes}, as text. A file that is not UTF-8 is refused. */
export async function readInputText(path: string, cwd: string, remedy?: string): Promise<string> {
  const bytes = await readInputBytes(path, cwd, remedy);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ConfigError(`${path}: this file is not UTF-8 text`);
  }
}

/** A file system's error in a person's words; any other error as it is. */
export function asConfigError(error: unknown, path: string, remedy?: string): unknown {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error;
  const words = FILE_ERRORS.get(error.code);
  if (words === undefined) return error;
  const next = error.code === 'ENOENT' && remedy !== undefined ? `; ${remedy}` : '';
  return new ConfigError(`${path}: ${words}${next}`, { cause: error });
}

const FILE_ERRORS: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'there is no such file or folder'],
  ['EISDIR', 'this is a folder, a file was expected'],
  ['ENOTDIR', 'a part of this path is a file, not a folder'],
  ['EACCES', 'you may not read or write this'],
  ['EPERM', 'you may not read or write this'],
  ['EROFS', 'this file system cannot be written to'],
  ['ENOSPC', 'the disk is full'],
  ['EEXIST', 'this exists already'],
  ['ENAMETOOLONG', 'this name is too long'],
  ['Z_DATA_ERROR', 'this is not a gzip file'],
  ['Z_BUF_ERROR', 'this gzip file is cut short'],
  ['ERR_BUFFER_TOO_LARGE', 'this unpacks to over 64 MB: too large for a page'],
]);
