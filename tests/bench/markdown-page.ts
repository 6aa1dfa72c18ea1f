/** Renders a blog post in Markdown with front matter as the page its publisher would serve. As much Markdown as such posts use. */

/** A whole HTML page: title, standfirst and dates from the front matter, the post as an `<article>`. */
export function markdownPage(source: string): string {
  const [, front = '', body = ''] = /^---\r?\n(.*?)\r?\n---\r?\n?(.*)$/su.exec(source) ?? ['', '', source];
  const fields = frontMatter(front);
  const text = (name: string): string => escaped(typeof fields[name] === 'string' ? fields[name] : '');
  const title = text('title');
  const standfirst = text('excerpt') || text('summary') || text('deck') || text('description');
  const published = /\d{4}-\d{2}-\d{2}/u.exec(front.match(/^date:.*$/mu)?.[0] ?? '')?.[0];
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    `<title>${title}</title><meta property="og:title" content="${title}"><meta property="og:type" content="article">`,
    standfirst === '' ? '' : `<meta name="description" content="${standfirst}">`,
    published === undefined ? '' : `<meta property="article:published_time" content="${published}T00:00:00Z">`,
    `</head><body><main><article><h1>${title}</h1>`,
    standfirst === '' ? '' : `<p class="standfirst">${standfirst}</p>`,
    `<div class="article-body">${blocksOf(body)}</div></article></main></body></html>`,
  ].join('\n');
}

/** Top-level fields that are text. Real front matter is not always YAML (an unquoted colon in a title), so it is read line by line. */
function frontMatter(front: string): Readonly<Record<string, unknown>> {
  const fields: Record<string, string> = {};
  for (const [, name = '', value = ''] of front.matchAll(/^(\w+):[ \t]*(.*(?:\n[ \t]+.*)*)/gmu)) {
    const text = value
      .replace(/^[>|][-+]?\s*\n/u, '')
      .replace(/\s+/gu, ' ')
      .trim();
    fields[name] = text.replace(/^(["'])(.*)\1$/u, '$2').replace(/\\"/gu, '"');
  }
  return fields;
}

const escaped = (text: string): string =>
  text
    .replace(/&(?![a-z#]\w+;)/giu, '&amp;')
    .replace(/"/gu, '&quot;')
    .replace(/</gu, '&lt;');

function blocksOf(body: string): string {
  const withoutTags = body
    .replace(/\{%.*?%\}/gsu, '')
    .replace(/\{\{[^{}]*\}\}/gsu, '')
    .replace(/\{:[^}]*\}/gu, '');
  return withoutTags
    .split(/\n[ \t]*\n+/u)
    .flatMap((chunk) => chunk.split(/\n(?=#{1,6} ?\S)|(?<=^#{1,6}[^\n]*)\n/u))
    .map((chunk) => blockOf(chunk))
    .join('\n');
}

function blockOf(chunk: string): string {
  const text = chunk.trim();
  if (text === '' || /^(?:-{3,}|\*{3,})$/u.test(text)) return '';
  const heading = /^(#{1,6}) ?(.+?)#*$/su.exec(text);
  if (heading) return `<h${heading[1]?.length}>${inline(heading[2] ?? '')}</h${heading[1]?.length}>`;
  if (/^<(?!a\b|em\b|strong\b|b\b|i\b|span\b|sup\b|strike\b)/iu.test(text)) return inline(text);
  if (text.startsWith('>')) return `<blockquote><p>${inline(text.replace(/^> ?/gmu, ''))}</p></blockquote>`;
  if (/^(?:[-*+]|\d+\.)\s/u.test(text)) {
    const entries = text
      .split(/\n(?=\s*(?:[-*+]|\d+\.)\s)/u)
      .map((entry) => entry.replace(/^\s*(?:[-*+]|\d+\.)\s+/u, ''));
    return `<ul>${entries.map((entry) => `<li>${inline(entry)}</li>`).join('')}</ul>`;
  }
  return `<p>${inline(text)}</p>`;
}

function inline(text: string): string {
  return text
    .replace(/!\[([^\]]*)\]\([^)]*\)/gu, '')
    .replace(/\[((?:[^[\]]|\[[^\]]*\])*)\]\((\S*?)(?:\s+"[^"]*")?\)/gu, '<a href="$2">$1</a>')
    .replace(/`([^`]+)`/gu, '<code>$1</code>')
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/gsu, '<strong>$2</strong>')
    .replace(/(?<![\p{L}\p{N}*])\*(?=\S)([^*]+?)(?<=\S)\*(?![\p{L}\p{N}*])/gsu, '<em>$1</em>')
    .replace(/(?<![\p{L}\p{N}_/])_(?=\S)([^_]+?)(?<=\S)_(?![\p{L}\p{N}_])/gsu, '<em>$1</em>');
}
