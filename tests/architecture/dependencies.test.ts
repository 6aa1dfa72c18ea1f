/** Dependencies point inwards: cdk → functions and the watchlist, functions → lib, adapters and cli → core, core → core. */
import { readFileSync, globSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** The first row whose `of` matches a file says what it may import: our own files by path, packages and Node's modules by name. */
const RULES: readonly { readonly of: RegExp; readonly ours: RegExp; readonly outside: RegExp; readonly why: string }[] =
  [
    {
      of: /^cdk\//,
      ours: /^(cdk\/|lib\/(watchlist|watchlist-file|errors|config|cost|canary)\b)/,
      outside: /./,
      why: 'the stack knows the watchlist, and the functions by path',
    },
    {
      of: /^functions\//,
      ours: /^(functions\/|lib\/(?!cli\/))/,
      outside: /./,
      why: 'handlers wire lib, and run no commands',
    },
    { of: /^lib\/cli\//, ours: /^lib\//, outside: /./, why: 'the command line is an edge' },
    { of: /^lib\/adapters\//, ours: /^lib\//, outside: /./, why: 'adapters are an edge' },
    {
      of: /^lib\/watchlist-file\.ts$/,
      ours: /^lib\/([a-z-]+|compare\/policy)\.ts$/,
      outside: /^(yaml|zod)$/,
      why: 'YAML is read at the edge only',
    },
    {
      of: /^lib\/config\.ts$/,
      ours: /^lib\/[a-z-]+\.ts$/,
      outside: /^zod$/,
      why: 'configuration is read at the edge only',
    },
    {
      of: /^lib\/index\.ts$/,
      ours: /^lib\/(?!cli\/)/,
      outside: /^$/,
      why: 'the public interface offers core and adapters, never the command line',
    },
    {
      of: /^lib\/extract\//,
      ours: /^lib\/(extract\/|[a-z-]+\.ts$)/,
      outside: /^(cheerio|htmlparser2|domhandler|domutils|css-select|entities|zod)(\/|$)/,
      why: 'extraction is pure, and one of two places that parse markup',
    },
    {
      of: /^lib\/discover\//,
      ours: /^lib\/(discover\/|[a-z-]+\.ts$)/,
      outside: /^(cheerio|htmlparser2|domhandler|feedsmith|zod|node:zlib)(\/|$)/,
      why: 'discovery fetches through its port',
    },
    { of: /^lib\/compare\//, ours: /^lib\/(compare\/|[a-z-]+\.ts$)/, outside: /^diff$/, why: 'comparison is pure' },
    {
      of: /^lib\/render\//,
      // By name: from the stage's index, whoever writes a message would start with the whole comparator.
      ours: /^lib\/(render\/|compare\/(index|redline|phrases\/[a-z-]+|facts\/sentences)\.ts|record\/index|[a-z-]+\.ts$)/,
      outside: /^(?!@aws|node:|cheerio)/,
      why: 'rendering is pure',
    },
    {
      of: /^lib\//,
      ours: /^lib\/(?!adapters\/|cli\/|watchlist-file|config)/,
      outside: /^(zod|tldts|robots-parser|node:crypto|node:zlib)$/,
      why: 'the core sees no AWS, network, file system, clock or environment',
    },
  ];

type Import = { readonly from: string; readonly names: string };

const importsOf = (text: string): readonly string[] =>
  [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\s(?:[^;'"]*?\sfrom\s)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g,
    ),
  ].map((match) => match[1] ?? match[2] ?? '');

function violations(files: ReadonlyMap<string, string>): readonly Import[] {
  return [...files].flatMap(([file, text]) => {
    const rule = RULES.find(({ of }) => of.test(file));
    if (rule === undefined) return [];
    return importsOf(text)
      .filter((specifier) => {
        if (!specifier.startsWith('.')) return !rule.outside.test(specifier);
        return !rule.ours.test(normalize(join(dirname(file), specifier)));
      })
      .map((names) => ({ from: file, names }));
  });
}

test('every import of lib, functions and cdk points inwards', () => {
  const paths = globSync(['lib/**/*.ts', 'functions/**/*.ts', 'cdk/**/*.ts'], { cwd: root });
  expect(paths.length).toBeGreaterThan(20);
  expect(violations(new Map(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')])))).toEqual([]);
});

/** What is run, bundled, aliased or published: nothing of ours imports it. */
const ENTRIES = [
  /^lib\/(index|cli\/main)\.ts$/,
  /^functions\/(dispatch|visit|notify|sweep|lambda-credentials)\.ts$/,
  /^cdk\/(index|app|bundler|deploy)\.ts$/,
];

test('every other file is imported by one of these', () => {
  const paths = globSync(['lib/**/*.ts', 'functions/**/*.ts', 'cdk/**/*.ts'], { cwd: root });
  const imported = new Set(
    paths.flatMap((path) =>
      importsOf(readFileSync(join(root, path), 'utf8')).map((to) => normalize(join(dirname(path), to))),
    ),
  );
  const isEntry = (path: string): boolean => path.endsWith('.d.ts') || ENTRIES.some((entry) => entry.test(path));
  expect(paths.filter((path) => !imported.has(path) && !isEntry(path))).toEqual([]);
});

test.each([
  ['the core may not reach for an adapter', 'lib/visit.ts', "import { createS3Store } from './adapters/s3.ts';"],
  ['the core may not read files', 'lib/record/ledger.ts', "import { readFile } from 'node:fs/promises';"],
  ['comparison may not parse markup', 'lib/compare/index.ts', "import * as cheerio from 'cheerio';"],
  [
    'the core may not load the AWS SDK, not even lazily',
    'lib/notify.ts',
    "const sns = await import('@aws-sdk/client-sns');",
  ],
  ['extraction may not look into comparison', 'lib/extract/index.ts', "import { POLICY } from '../compare/policy.ts';"],
  ['the stack may not run the pipeline', 'cdk/stack.ts', "export { visitPublication } from '../lib/visit.ts';"],
])('%s', (_, file, text) => {
  expect(violations(new Map([[file, text]]))).toHaveLength(1);
});
