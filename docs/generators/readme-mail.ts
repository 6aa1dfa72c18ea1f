/** The e-mail in the README: one that the demo sends, between its two marks. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createMemoryStore } from '../../lib/adapters/memory.ts';
import type { Message } from '../../lib/alert.ts';
import { replayEvents } from '../../lib/cli/replay-events.ts';
import { readSeries } from '../../lib/cli/saved-fetches.ts';
import { readWatchlist } from '../../lib/watchlist-file.ts';

/** The README with the first e-mail of the demo's world desk in it. */
export async function readmeWithMail(root: string): Promise<string> {
  const readme = await readFile(join(root, 'README.md'), 'utf8');
  const {
    mail: { subject, body },
  } = await demoMessages(root);
  const block = `${BEGIN}\n\n\`\`\`text\nSubject: ${subject}\n\n${body.trimEnd()}\n\`\`\`\n\n${END}`;
  const marked = new RegExp(`${BEGIN}[\\s\\S]*?${END}`);
  if (!marked.test(readme)) throw new Error('README.md has lost the marks around its e-mail');
  return readme.replace(marked, () => block);
}

const BEGIN = '<!-- an e-mail of the demo, written by `npm run docs` -->';
const END = '<!-- the end of the e-mail -->';

/** The first e-mail and the first text that the demo's world desk gets. */
export async function demoMessages(root: string): Promise<{ readonly mail: Message; readonly text: Message }> {
  const watchlist = readWatchlist(await readFile(join(root, 'demo/watchlist.yaml'), 'utf8'), 'demo/watchlist.yaml');
  const series = await readSeries(['tests/fixtures/series/dam-talks'], root);
  const store = createMemoryStore();
  const stores = { ledger: store, state: store };
  const publish = () => Promise.resolve({ providerId: 'none' });
  const first = new Map<Message['channel'], Message>();
  for await (const event of replayEvents({ series, stores, watchlist, publish, cwd: root })) {
    if (event.kind !== 'message' || !event.message.editions.includes('world-desk')) continue;
    if (!first.has(event.message.channel)) first.set(event.message.channel, event.message);
  }
  const [mail, text] = [first.get('email'), first.get('sms')];
  if (mail === undefined || text === undefined) throw new Error('The demo sends its world desk no e-mail or no text');
  return { mail, text };
}
