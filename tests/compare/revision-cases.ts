/**
 * Whole revisions as plain text: what the newsroom did to an article, and beneath it what is told of it. A file of
 * tests/compare/revisions is, in order:
 *
 * 1. a sentence that says what the case is about;
 * 2. fields, one a line (`headline: Six killed`), those of the comparison's context among them (`rules:` as in a watchlist);
 * 3. the blocks, one a line;
 * 4. under `--- told`, the telling (telling.ts), and under `--- redline` the redline, both written by `UPDATE=1`.
 *
 * `[-gone-]` and `{+come+}` stand on one side alone; so does a line that begins with `- ` or `+ `. A block begins as in Markdown
 * (`## heading`, `* item`, `> quotation`, `| cell | cell`, `![caption](image)`), or with `>> ` an embedded post, `! ` a notice,
 * `% ` preformatted text, `@id time **heading** ` a post. `⏎` breaks a line inside it; links are `[words](address)`.
 */
import { parse as parseYaml } from 'yaml';
import type { Article, Block } from '../../lib/article.ts';
import type { CompareContext, CompareRules } from '../../lib/compare/index.ts';
import { articleOf } from './articles.ts';

export type RevisionCase = {
  readonly about: string;
  readonly before: Article;
  readonly after: Article;
  readonly context: CompareContext;
  /** The file's own part, which is never rewritten. */
  readonly source: string;
  /** What it expects, empty in a new case. */
  readonly expected: string;
};

const TOLD = '--- told\n';

export function parseRevision(file: string): RevisionCase {
  const at = file.indexOf(`\n${TOLD}`);
  const source = (at === -1 ? file : file.slice(0, at)).trimEnd();
  const [about = '', fields = '', ...blocks] = source.split('\n\n');
  const lines = blocks.join('\n').split('\n');
  const context = contextOf(fieldsOf(fields, 'after'));
  return {
    about,
    before: articleIn(fields, lines, 'before'),
    after: articleIn(fields, lines, 'after'),
    context,
    source,
    expected: at === -1 ? '' : file.slice(at + 1 + TOLD.length),
  };
}

/** The file with what is told now. */
export const withExpected = ({ source }: RevisionCase, expected: string): string => `${source}\n\n${TOLD}${expected}`;

type Side = 'before' | 'after';

/** A line as it stands on one side; null where it does not. */
function lineOn(side: Side, line: string): string | null {
  const [own, other] = side === 'before' ? ['- ', '+ '] : ['+ ', '- '];
  if (line.startsWith(other)) return null;
  const text = (line.startsWith(own) ? line.slice(2) : line)
    .replaceAll(/\[-(.*?)-\]/gu, side === 'before' ? '$1' : '')
    .replaceAll(/\{\+(.*?)\+\}/gu, side === 'after' ? '$1' : '');
  return text.trim() === '' ? null : text.trim();
}

function fieldsOf(fields: string, side: Side): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const line of fields.split('\n')) {
    const [, name, value] = /^([a-z0-9-]+):(.*)$/u.exec(lineOn(side, line) ?? '') ?? [];
    if (name === undefined || value === undefined) continue;
    if (!FIELDS.has(name)) throw new Error(`“${name}” is no field of a revision: ${[...FIELDS].join(', ')}`);
    found.set(name, value.trim());
  }
  return found;
}

const FIELDS: ReadonlySet<string> = new Set(
  (
    'language headline headline-from h1 h2 open-graph json-ld standfirst standfirst-from byline published modified modified-from image ' +
    'unchanged fetched stamps rules'
  ).split(' '),
);

function contextOf(fields: ReadonlyMap<string, string>): CompareContext {
  const rules = fields.get('rules');
  return {
    lastUnchangedAt: fields.get('unchanged'),
    fetchedAt: fields.get('fetched'),
    stampsReliable: fields.get('stamps') === 'unreliable' ? false : undefined,
    rules: rules === undefined ? undefined : (parseYaml(rules) as CompareRules),
  };
}

function articleIn(source: string, lines: readonly string[], side: Side): Article {
  const fields = fieldsOf(source, side);
  const field = (name: string): string | null => fields.get(name) || null;
  const headline = field('headline') ?? '';
  const other = (name: string, otherwise: string | null): string | null => (fields.has(name) ? field(name) : otherwise);
  const standfirst = field('standfirst');
  const image = field('image');
  return articleOf({
    headline,
    otherHeadlines: {
      h1: other('h1', headline),
      h2: other('h2', null),
      openGraph: other('open-graph', headline),
      jsonLd: other('json-ld', null),
    },
    standfirst,
    standfirstFrom: standfirst === null ? null : field('standfirst-from') === 'meta' ? 'meta' : 'page',
    byline: field('byline')?.split(', ') ?? [],
    publishedAt: field('published'),
    modifiedAt: field('modified'),
    language: other('language', 'en'),
    leadImage: image === null ? null : { url: image, caption: null },
    provenance: { headline: field('headline-from') ?? 'h1', modifiedAt: field('modified-from') ?? 'json-ld' },
    blocks: lines.flatMap((line) => {
      const text = lineOn(side, line);
      return text === null ? [] : [blockOf(text)];
    }),
  });
}

function blockOf(line: string): Block {
  const [, sign = '', rest = line] = /^(#{2,6}|\*|>{1,2}|\||!|%) (.+)$/u.exec(line) ?? [];
  const [, caption, image = ''] = /^!\[(.+)\]\((.*)\)$/u.exec(line) ?? [];
  const [, id, publishedAt, heading, post] = /^@(\S*)(?: (\d{4}-\S+))?(?: \*\*(.+?)\*\*)? (.+)$/u.exec(line) ?? [];
  if (caption !== undefined) return { kind: 'caption', text: caption, ...(image === '' ? {} : { image }) };
  if (post !== undefined) {
    const written = heading === undefined ? post : `${heading}⏎${post}`;
    return {
      kind: 'post',
      ...readText(written),
      post: { id: id || null, publishedAt: publishedAt ?? null, heading: heading ?? null },
    };
  }
  if (sign.startsWith('#')) return { kind: 'heading', level: sign.length, ...readText(rest) };
  if (sign === '>>') return { kind: 'quotation', embed: true, ...readText(rest) };
  return { kind: KINDS[sign] ?? 'paragraph', ...readText(rest) };
}

const KINDS: Readonly<Record<string, Block['kind']>> = {
  '*': 'list-item',
  '>': 'quotation',
  '|': 'table-row',
  '!': 'notice',
  '%': 'preformatted',
};

function readText(written: string): Pick<Block, 'text' | 'links'> {
  const links = [...written.matchAll(LINK)].map(([, text = '', href = '']) => ({ text, href }));
  const text = written.replaceAll(LINK, '$1').replaceAll(/ ?⏎ ?/gu, '\n');
  return links.length === 0 ? { text } : { text, links };
}

const LINK = /\[([^\]]+)\]\((\S+?)\)/gu;
