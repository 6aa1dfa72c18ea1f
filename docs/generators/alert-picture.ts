/**
 * The README's picture of an alert: the demo's e-mail and its text message, as they are, photographed in Chromium.
 * `node docs/generators/alert-picture.ts` writes docs/images/alert.png (Debian's Chromium, or CHROMIUM).
 */
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Message } from '../../lib/alert.ts';
import { demoMessages } from './demo-messages.ts';

const ROOT = join(import.meta.dirname, '../..');
const { mail, text } = await demoMessages(ROOT);
const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium' });
try {
  const page = await browser.newPage({ viewport: { width: 1000, height: 560 }, deviceScaleFactor: 1 });
  await page.setContent(pictureOf(mail, text));
  await page.locator('main').screenshot({ path: join(ROOT, 'docs/images/alert.png') });
} finally {
  await browser.close();
}

function pictureOf(mail: Message, text: Message): string {
  return `<!doctype html><meta charset="utf-8"><style>
body{margin:0;background:#e8e5dd;font:14px system-ui,"Noto Sans",sans-serif;color:#1d1b18}
main{display:flex;gap:28px;padding:28px;width:944px;align-items:flex-start}
.mail{background:#fff;border-radius:10px;box-shadow:0 2px 14px #0002;flex:1;min-width:0;overflow:hidden}
.mail header{padding:14px 20px;border-bottom:1px solid #e3dfd5}.mail h1{font-size:17px;margin:0 0 6px}.mail header p{margin:0;color:#5d5850;font-size:13px}
.mail pre{margin:0;padding:16px 20px 20px;font:12px/1.55 ui-monospace,"Noto Sans Mono","DejaVu Sans Mono",monospace;white-space:pre-wrap;overflow-wrap:anywhere}
.phone{width:250px;background:#fff;border:9px solid #1d1b18;border-radius:30px;padding:20px 14px 34px;box-shadow:0 2px 14px #0002}
.phone p{margin:0 0 10px;text-align:center;color:#5d5850;font-size:12px}.bubble{background:#e9e6df;border-radius:16px 16px 16px 4px;padding:10px 13px;line-height:1.4;overflow-wrap:anywhere}
del{background:#fae0dc;color:#8c1d12;text-decoration:none}ins{background:#dcf1dd;color:#0c4a1c;text-decoration:none}
</style><main><section class="mail"><header><h1>${escaped(mail.subject ?? '')}</h1><p>Stop Press · to editor@example.com</p></header>
<pre>${marked(escaped(mail.body.trimEnd()))}</pre></section>
<section class="phone"><p>StopPress</p><div class="bubble">${escaped(text.body)}</div></section></main>`;
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Colour alone is added: the marks are the mail's own. */
function marked(body: string): string {
  return body.replace(/\[-[^\]]*-\]/gu, '<del>$&</del>').replace(/\{\+[^}]*\+\}/gu, '<ins>$&</ins>');
}
