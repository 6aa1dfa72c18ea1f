/**
 * `node cdk/bundler.ts FUNCTION DIRECTORY`: minified ES modules with the AWS SDK inside. `index.mjs` and what it imports is loaded on a
 * cold start; what the code imports as it goes (the comparator, the parsers of feeds) are files of their own.
 */
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { build, type Plugin, type ResolveOptions } from 'esbuild';

const root = join(import.meta.dirname, '..');

/**
 * Four packages bring three versions of the HTML entities, 30 to 60 KB each: all get the one that htmlparser2 brings. Its inner
 * package.json hides from esbuild that nothing is lost with what is not used.
 */
const oneTableOfEntities: Plugin = {
  name: 'one-table-of-entities',
  setup(build) {
    const without = { pluginData: oneTableOfEntities.name };
    const pure = async (path: string, from: ResolveOptions) => {
      const { path: found, errors } = await build.resolve(path, { ...from, ...without });
      return { path: found, errors, sideEffects: false };
    };
    build.onResolve({ filter: /^entities(?:\/|$)/ }, async ({ path, kind, pluginData }) => {
      if (pluginData === without.pluginData) return null;
      const parser = await build.resolve('htmlparser2', { kind, resolveDir: root, ...without });
      return pure(path, { kind, resolveDir: dirname(parser.path) });
    });
    // Its files, asked for by one another, are as pure: whichever asks first decides, and the bundle is to be the same every time.
    build.onResolve({ filter: /^\.{1,2}\// }, async ({ path, kind, importer, resolveDir, pluginData }) => {
      if (pluginData === without.pluginData || !/[\\/]entities[\\/]/.test(importer)) return null;
      return pure(path, { kind, resolveDir });
    });
  },
};

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

/**
 * `import 'node:http'` reads every export of it, one of which (WebSocket) loads undici for 20 ms; `require` reads those that are used.
 * Seen in Node 24.21.
 */
const httpWithoutUndici: Plugin = {
  name: 'http-without-undici',
  setup(build) {
    build.onResolve({ filter: /^node:http$/ }, ({ path, kind }) =>
      kind === 'import-statement' ? { path, namespace: httpWithoutUndici.name } : { path, external: true },
    );
    build.onLoad({ filter: /./, namespace: httpWithoutUndici.name }, ({ path }) => ({
      contents: `module.exports = require(${JSON.stringify(path)});`,
    }));
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
  plugins: [oneTableOfEntities, plainKeysInSchemas, httpWithoutUndici],
  logLevel: 'error',
});
