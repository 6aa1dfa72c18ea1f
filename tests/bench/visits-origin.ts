/**
 * The origin of the visits bench, a process of its own so that its work is not counted: many publications, told apart by the first part
 * of the path. What pages answer is switched by asking for `/mode/<mode>`.
 */
import { createServer } from 'node:http';
import type { Mode } from './visits-mode.ts';

const FEED_PATH = /^\/(p\d+)\/feed$/;
const perPublication = Number(process.argv[2]);
const pageBytes = Number(process.argv[3]);

let mode: Mode = 'same-bytes';
let round = 0;
const noise = 'var q=function(a,b){return a.concat(b)};'.repeat(Math.ceil(pageBytes / 40));

const server = createServer((request, response) => {
  const path = request.url ?? '/';
  if (path.startsWith('/mode/')) {
    mode = path.slice('/mode/'.length) as Mode;
    round += 1;
    response.end(mode);
  } else if (path === '/robots.txt') {
    response.end('user-agent: *\nallow: /\n');
  } else if (FEED_PATH.test(path)) {
    answerFeed(FEED_PATH.exec(path)?.[1] ?? '');
  } else {
    answerPage(path);
  }

  function answerFeed(publication: string): void {
    if (request.headers['if-none-match'] === '"feed"') {
      response.writeHead(304).end();
      return;
    }
    const entries = Array.from(
      { length: perPublication },
      (_, i) =>
        `<item><title>Story ${i}</title><link>http://${request.headers.host}/${publication}/story-number-${i}</link></item>`,
    );
    response.writeHead(200, { etag: '"feed"', 'content-type': 'application/rss+xml' });
    response.end(`<rss version="2.0"><channel><title>${publication}</title>${entries.join('')}</channel></rss>`);
  }

  function answerPage(name: string): void {
    if (mode === 'not-modified' && request.headers['if-none-match'] === '"page"') {
      response.writeHead(304).end();
      return;
    }
    response.writeHead(200, { etag: '"page"', 'content-type': 'text/html; charset=utf-8' });
    response.end(page(name));
  }
});

function page(name: string): string {
  const rendered = mode === 'same-text' ? `<!-- rendered ${round} -->` : '';
  const killed = mode === 'changed' ? 6 + round : 6;
  const paragraphs = Array.from(
    { length: 24 },
    (_, i) =>
      `<p>Paragraph ${i} of ${name} says what the harbour board decided on its ${i + 1}. vote, and why the ferry from the northern quay will not sail before the wall has been inspected by the county.</p>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Storm closes the harbour | Bench</title>
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Storm closes the harbour ${name}","datePublished":"2025-11-26T08:00:00Z"}</script>
<script>${noise}</script>${rendered}</head><body><nav><a href="/">Home</a><a href="/world">World</a></nav>
<main><article><h1>Storm closes the harbour ${name}</h1><p>The storm killed at least ${killed} people on the coast, officials said on Wednesday.</p>${paragraphs.join('\n')}</article></main>
<footer><p>All rights reserved.</p></footer></body></html>`;
}

server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.(address !== null && typeof address === 'object' ? address.port : 0);
});
