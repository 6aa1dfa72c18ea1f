/**
 * Bundles one function as Lambda runs it: one minified ES module with the AWS SDK inside, its source map, and the
 * watchlist beside it as JSON (YAML never travels).
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import type { FunctionName } from '../lib/config.ts';
import type { Watchlist } from '../lib/watchlist.ts';

const root = join(import.meta.dirname, '..');

/** Bundles into `directory`, which is emptied first. Synchronous, because constructs are. Returns the directory. */
export function bundleFunction(name: FunctionName, watchlist: Watchlist, directory: string): string {
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  buildSync({
    absWorkingDir: root,
    // Without its ending: TypeScript in this repository, JavaScript in the published package.
    entryPoints: [`./functions/${name}`],
    outfile: join(directory, 'index.mjs'),
    bundle: true,
    minify: true,
    sourcemap: 'linked',
    sourcesContent: false,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    // ES modules first: the SDK's CommonJS build cannot be tree-shaken.
    mainFields: ['module', 'main'],
    conditions: ['module'],
    // A few dependencies still call require() for Node's own modules.
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
    // Tables of characters are a third shorter as themselves than as escapes.
    charset: 'utf8',
    legalComments: 'none',
    alias: { '@aws-sdk/credential-provider-node': './functions/lambda-credentials' },
    logLevel: 'error',
  });
  writeFileSync(join(directory, 'watchlist.json'), JSON.stringify(watchlist));
  return directory;
}
