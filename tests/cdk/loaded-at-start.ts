/** Which modules of a bundle a cold start loads: `index.mjs` and what it imports, not what the code imports as it goes. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const STATIC_IMPORT = /(?:from|import)"\.\/([^"]+)"/g;

/** Paths, `index.mjs` first. */
export function loadedAtStart(bundle: string): readonly string[] {
  const paths: string[] = [];
  const walk = (file: string): void => {
    const path = join(bundle, file);
    if (paths.includes(path)) return;
    paths.push(path);
    for (const [, imported = ''] of readFileSync(path, 'utf8').matchAll(STATIC_IMPORT)) walk(imported);
  };
  walk('index.mjs');
  return paths;
}

export const bytesOf = (paths: readonly string[]): number => paths.reduce((sum, path) => sum + statSync(path).size, 0);
