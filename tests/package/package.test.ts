/** What `npm pack` ships, as JavaScript: Node runs no TypeScript under node_modules. */
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
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

test('the library is used as the README prints it', async () => {
  const series = join(root, 'tests/fixtures/series/dam-talks');
  const { stdout } = await evaluate(`import { readFileSync } from 'node:fs';
    const [monday, tuesday] = ['001-first-sighting', '003-toll-rises'].map((name) => readFileSync('${series}/' + name + '.html'));
    ${printed('README.md')}`);
  expect(stdout.trim()).toBe('killed "at least" eleven → fourteen, injured 27 → 33');
});

test('the construct bundles every function from the emitted files, as the guide prints it', async () => {
  const publications = 'publications: { news: { name: News, feeds: ["https://news.example/feed"] } }';
  writeFileSync(
    join(folder, 'watchlist.yaml'),
    `version: 1\noperator: { contact: desk@news.example }\n${publications}\n`,
  );
  await evaluate(printed('docs/operating.md'));
  expect(readdirSync(join(folder, 'cdk.out/bundles')).toSorted()).toEqual(['dispatch', 'notify', 'sweep', 'visit']);
}, 120_000);

/** The TypeScript of a document, on the emitted files; it is JavaScript as well. */
function printed(document: string): string {
  const [, code = ''] = /^```ts\n(.*?)^```$/msu.exec(readFileSync(join(root, document), 'utf8')) ?? [];
  return code.replace("'stop-press'", "'./lib/index.js'").replace("'stop-press/cdk'", "'./cdk/index.js'");
}
