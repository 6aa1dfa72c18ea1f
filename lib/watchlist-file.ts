/**
 * Reads `watchlist.yaml`: all of its problems at once, each with its line, its field and the remedy. Only the CLI and
 * synth import this; at run time the watchlist travels as validated data, so that no Lambda bundle holds a YAML parser.
 */
import { isCollection, isMap, isPair, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import type * as z from 'zod';
import { CHANGE_KINDS } from './change.ts';
import { POLICY } from './compare/policy.ts';
import { ConfigError } from './errors.ts';
import { nearestName } from './nearest-name.ts';
import { nodesAt } from './watchlist-schema.ts';
import { watchlistSchema, type Watchlist } from './watchlist.ts';

/**
 * The watchlist in `text`. Throws `ConfigError` whose message has one line for each problem:
 * `watchlist.yaml:12:5 publications.example-news.feeds[0]: write a full http(s) address`.
 */
export function readWatchlist(text: string, fileName: string): Watchlist {
  const problems: Problem[] = [];
  const watchlist = parseWatchlist(text, problems);
  if (watchlist !== null) return watchlist;
  problems.sort((a, b) => a.line - b.line || a.column - b.column);
  const shown = problems.slice(0, MAX_SHOWN).map((problem) => formatProblem(problem, fileName));
  const more = problems.length - shown.length;
  throw new ConfigError([...shown, ...(more > 0 ? [`… and ${more} more`] : [])].join('\n'));
}

type Path = readonly PropertyKey[];
type Explained = { readonly path: Path; readonly message: string };
type Problem = { readonly line: number; readonly column: number; readonly path: Path; readonly message: string };

/** A watchlist of thousands of publications is under 1 MB; beyond that somebody gave us another file. */
const MAX_CHARACTERS = 4_000_000;
/** Anchors are welcome (one cadence for ten publications), a "billion laughs" is not. */
const MAX_ALIASES = 200;
const MAX_SHOWN = 30;
const TOO_DEEP = 'this nests too deeply to be read: a watchlist is five levels deep';

function parseWatchlist(text: string, problems: Problem[]): Watchlist | null {
  const refuse = (message: string) => {
    problems.push({ line: 1, column: 1, path: [], message });
    return null;
  };
  if (text.length > MAX_CHARACTERS) return refuse('this file is over 4 MB: is it a watchlist?');
  if (text.includes('\0')) return refuse('this file is binary: write the watchlist as YAML text');

  const lines = new LineCounter();
  const document = parseYaml(text, lines);
  if (document === null) return refuse(TOO_DEEP);
  // One mistake in the syntax makes the lines below it wrong as well: only the first is telling.
  const [mistake] = document.errors;
  if (mistake !== undefined) {
    const { line, col } = lines.linePos(mistake.pos[0]);
    problems.push({ line, column: col, path: [], message: yamlRemedy(mistake.code, mistake.message) });
    return null;
  }
  if (document.contents === null) return refuse('the file is empty; `stop-press init` writes one to start from');

  const value = plainValue(document);
  if (value.kind === 'refused') return refuse(value.message);
  const outcome = watchlistSchema.safeParse(value.content, { reportInput: true });
  const found = outcome.success
    ? unknownRules(outcome.data)
    : outcome.error.issues.flatMap(tellingIssues).flatMap((issue) => explainIssue(issue));
  for (const { path, message } of found) {
    const { line, col } = lines.linePos(offsetOf(document, path));
    problems.push({ line, column: col, path, message });
  }
  return outcome.success && found.length === 0 ? outcome.data : null;
}

const RULES: readonly string[] = [...CHANGE_KINDS, ...POLICY.map(({ id }) => id)];

/** Checked here, so that the schema that Lambdas carry need not know the policy. */
const unknownRules = ({ publications }: Watchlist): readonly Explained[] =>
  Object.entries(publications).flatMap(([id, { severities }]) =>
    Object.keys(severities)
      .filter((rule) => !RULES.includes(rule))
      .map((rule) => {
        const near = nearestName(rule, RULES);
        const remedy = near === null ? 'docs/kinds-and-severities.md lists them' : `did you mean “${near}”?`;
        return { path: ['publications', id, 'severities', rule], message: `there is no such kind or rule; ${remedy}` };
      }),
  );

/** Null where the text nests so deeply that the parser runs out of stack. */
function parseYaml(text: string, lineCounter: LineCounter): Document | null {
  try {
    return parseDocument(text, { lineCounter, prettyErrors: false, strict: true });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

type Plain =
  { readonly kind: 'read'; readonly content: unknown } | { readonly kind: 'refused'; readonly message: string };

function plainValue(document: Document): Plain {
  try {
    return { kind: 'read', content: document.toJS({ maxAliasCount: MAX_ALIASES }) };
  } catch (error) {
    // The only errors toJS throws: too many aliases, or one without its anchor.
    if (error instanceof ReferenceError) return { kind: 'refused', message: `${error.message}: write the parts out` };
    throw error;
  }
}

/** Found by the parser as a problem of the text, where the stack ran out inside its composer. */
const OUT_OF_STACK = /call stack/;

const YAML_REMEDIES: ReadonlyMap<string, string> = new Map([
  ['TAB_AS_INDENT', 'indent with spaces, not tabs'],
  ['DUPLICATE_KEY', 'this key stands twice in its map: keep one'],
  ['BAD_INDENT', 'indent this line like the others of its list or map'],
  ['MULTIPLE_DOCS', 'one document only: drop the line “---”'],
  ['MISSING_CHAR', 'a quotation mark, bracket or comma is missing here'],
]);

function yamlRemedy(code: string, message: string): string {
  if (OUT_OF_STACK.test(message)) return TOO_DEEP;
  const remedy = YAML_REMEDIES.get(code);
  return `this is not valid YAML: ${remedy ?? message.split('\n')[0]}`;
}

type Issue = z.core.$ZodIssue;

/**
 * Where a field may be one of several shapes, the issues of the shape that was meant: the one that got furthest, or
 * the union itself where none took hold or the schema has words of its own for it.
 */
function tellingIssues(issue: Issue): readonly Issue[] {
  if (issue.code !== 'invalid_union' || issue.message !== 'Invalid input') return [issue];
  const meant = issue.errors.filter((issues) => !issues.some((inner) => inner.path.length === 0 && isTypeIssue(inner)));
  const [only] = meant;
  if (meant.length !== 1 || only === undefined) return [issue];
  return only.flatMap((inner) => tellingIssues({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** The value is of another type altogether: a map where a word stands. */
const isTypeIssue = (issue: Issue): boolean =>
  issue.code === 'invalid_type' || (issue.code === 'invalid_value' && typeof issue.input !== 'string');

/** Our own schema words come as they are; zod's are put as a remedy. One problem for each unknown key. */
function explainIssue(issue: Issue): readonly Explained[] {
  const at = (message: string) => [{ path: issue.path, message }];
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = nodesAt(issue.path).flatMap((node) => Object.keys(node.properties ?? {}));
      return issue.keys.map((key) => ({ path: [...issue.path, key], message: unknownKey(key, known) }));
    }
    case 'invalid_type':
      if (issue.input === undefined) return at(missing(issue.path));
      return at(issue.message.startsWith('Invalid input') ? `write ${nounFor(issue.expected)}` : issue.message);
    case 'invalid_value':
      return at(issue.input === undefined ? missing(issue.path) : choose(issue));
    case 'invalid_union':
      return at(issue.message === 'Invalid input' ? shapesAt(issue.path) : issue.message);
    case 'invalid_key':
      return at(issue.issues[0]?.message ?? issue.message);
    case 'too_small':
      return at(
        issue.origin === 'number' ? `at least ${issue.minimum}` : 'do not leave this empty: fill it or drop the key',
      );
    case 'too_big':
      return at(issue.origin === 'string' ? `at most ${issue.maximum} characters` : `at most ${issue.maximum}`);
    case 'invalid_format':
      return at(issue.message.startsWith('Invalid email') ? 'write an e-mail address' : issue.message);
    default:
      return at(issue.message);
  }
}

function unknownKey(key: string, known: readonly string[]): string {
  const nearest = nearestName(key, known);
  return nearest === null
    ? `there is no such key; there are: ${known.join(', ')}`
    : `there is no such key; did you mean “${nearest}”?`;
}

function missing(path: Path): string {
  const description = nodesAt(path).find((node) => node.description !== undefined)?.description;
  return `this is missing: add it${description === undefined ? '' : ` (${description})`}`;
}

function choose(issue: { readonly values: readonly unknown[]; readonly input?: unknown }): string {
  const values = issue.values.map(String);
  const nearest = nearestName(String(issue.input), values);
  if (values.length === 1) return `write ${values[0]}`;
  return `write one of ${values.join(', ')}${nearest === null ? '' : `; did you mean “${nearest}”?`}`;
}

function shapesAt(path: Path): string {
  const choices = [...new Set(nodesAt(path).flatMap((node) => node.enum ?? []))];
  return choices.length > 0
    ? `write one of ${choices.join(', ')}, or a map of them`
    : 'this has none of the shapes allowed here';
}

function nounFor(expected: string): string {
  const nouns: Readonly<Record<string, string>> = {
    string: 'text here (in quotes, where YAML would read a number or a date)',
    object: 'a map here: keys with values, indented',
    record: 'a map here: keys with values, indented',
    array: 'a list here: each entry on its own line after “- ”',
    boolean: 'true or false',
    int: 'a whole number',
    number: 'a number',
  };
  return nouns[expected] ?? `a value of type ${expected}`;
}

/** Where the path stands in the text: its key, its list entry, or the nearest thing around it that does exist. */
function offsetOf(document: Document, path: Path): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const segment of path) {
    if (!isCollection(node)) break;
    const pair = isMap(node) ? node.items.find((pair) => keyText(pair.key) === String(segment)) : null;
    const next: unknown = pair === null ? node.get(segment, true) : pair?.value;
    const start = startOf(pair === null ? next : pair?.key);
    if (start === null) break;
    offset = start;
    node = next;
  }
  return offset;
}

const keyText = (key: unknown): string => String(isScalar(key) ? key.value : key);

function startOf(node: unknown): number | null {
  if (isPair(node)) return startOf(node.key);
  return isScalar(node) || isCollection(node) ? (node.range?.[0] ?? null) : null;
}

function formatProblem(problem: Problem, fileName: string): string {
  const field = problem.path
    .map((segment, index) =>
      typeof segment === 'number' ? `[${segment}]` : `${index === 0 ? '' : '.'}${String(segment)}`,
    )
    .join('');
  const place = `${fileName}:${problem.line}:${problem.column}`;
  return field === '' ? `${place}: ${problem.message}` : `${place} ${field}: ${problem.message}`;
}
