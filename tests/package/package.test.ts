/** What `npm pack` ships, as JavaScript: Node runs no TypeScript under node_modules. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);
let folder = '';

// Inside the repository, so that the emitted files find their dependencies.
beforeAll(async () => {
  folder = await mkdtemp(join(root, 'dist-'));
  await run(join(root, 'node_modules/.bin/tsc'), ['-p', 'tsconfig.build.json', '--outDir', folder], { cwd: root });
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const evaluate = (code: string) => run(process.execPath, ['--input-type=module', '-e', code], { cwd: folder });

test('it ships the compiled code, its documents, and nothing else', async () => {
  const { stdout } = await run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: root });
  const [packed] = Object.values(
    JSON.parse(stdout) as Readonly<Record<string, { files: readonly { path: string }[] }>>,
  );
  const paths = packed?.files.map(({ path }) => path) ?? [];
  const pages = /^(?:(?:README|CHANGELOG|CONTRIBUTING|SECURITY)\.md|LICENSE|package\.json|docs\/.*\.(?:md|png|svg))$/;
  expect(paths.filter((path) => !pages.test(path) && !/^dist\/.*\.(?:js|d\.ts)$/.test(path))).toEqual([]);
  const linked = [...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(
    ([, path = '']) => path,
  );
  // What leads into the code leads to its source, which stands in the repository alone.
  const source = /^(?:lib|cdk)\/|^docs\/adr$/;
  expect(linked.filter((path) => !source.test(path) && !paths.includes(path))).toEqual([]);
});

test('the command line runs', async () => {
  const { stdout } = await run(process.execPath, [join(folder, 'lib/cli/main.js'), '--help']);
  expect(stdout).toContain('Usage: stop-press');
});

test('the library is imported', async () => {
  const { stdout } = await evaluate(`import { extractArticle, compareArticles } from './lib/index.js';
    console.log(extractArticle({ url: 'https://news.example/', body: '' }).kind, typeof compareArticles);`);
  expect(stdout.trim()).toBe('not-an-article function');
});

test('the construct bundles every function from the emitted files', async () => {
  const { stdout } = await evaluate(`import { App, Stack } from 'aws-cdk-lib';
    import { NewsMonitor, watchlistSchema } from './cdk/index.js';
    const app = new App({ outdir: '${folder}/cdk.out' });
    const publications = { news: { name: 'News', feeds: ['https://news.example/feed'] } };
    const watchlist = watchlistSchema.parse({ version: 1, operator: { contact: 'desk@news.example' }, publications });
    new NewsMonitor(new Stack(app, 'News'), 'Monitor', { watchlist, bundles: '${folder}/bundles' });
    console.log(app.synth().stacks.length);`);
  expect(stdout.trim().split('\n').at(-1)).toBe('1');
}, 120_000);
