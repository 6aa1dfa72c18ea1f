/**
 * `node cdk/bundler.ts FUNCTION DIRECTORY`: minified ES modules with the AWS SDK inside. `index.mjs` and what it imports is loaded on a
 * cold start; what the code imports as it goes (the comparator, the parsers of feeds) are files of their own.
 */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';

const root = join(import.meta.dirname, '..');

/**
 * The SDK describes each of a service's calls by an array, and writes keys as `[_h]` where `_h` is a constant of the file, which for
 * all esbuild knows may do something. Written as the string it is, the hundred calls of S3 that nobody makes can be left out.
 */
const plainKeysInSchemas: Plugin = {
  name: 'plain-keys-in-schemas',
  setup(build) {
    build.onLoad({ filter: /[\\/]client-\w+[\\/]dist-es[\\/]schemas[\\/]schemas_\d+\.js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const strings = new Map(
        [...text.matchAll(/^const (\w+) = ("[^"\\\n]*");$/gm)].map(([, name, string]) => [name, string]),
      );
      return { contents: text.replace(/\[(\w+)\]:/g, (_, name: string) => `[${strings.get(name) ?? name}]:`) };
    });
  },
};

const [name = '', directory = ''] = process.argv.slice(2);
await build({
  absWorkingDir: root,
  // Without its ending: TypeScript in this repository, JavaScript in the published package.
  entryPoints: { index: `./functions/${name}` },
  outdir: resolve(directory),
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
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
  plugins: [plainKeysInSchemas],
  logLevel: 'error',
});
