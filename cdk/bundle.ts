/** Bundles one function as Lambda runs it, with its source maps, and the watchlist beside it as JSON (YAML never travels). */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { FunctionName } from '../lib/config.ts';
import type { Watchlist } from '../lib/watchlist.ts';

/** TypeScript in this repository, JavaScript in the published package. */
const BUNDLER = join(import.meta.dirname, `bundler${extname(import.meta.filename)}`);

/**
 * Bundles into `directory`, which is emptied first. Constructs are synchronous and esbuild's plugins are not, hence a process of its
 * own. Returns the directory.
 */
export function bundleFunction(name: FunctionName, watchlist: Watchlist, directory: string): string {
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  const { status, stderr, error } = spawnSync(process.execPath, [BUNDLER, name, directory], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The function ${name} cannot be bundled: ${error?.message ?? stderr}`);
  writeFileSync(join(directory, 'watchlist.json'), JSON.stringify(watchlist));
  return directory;
}
