/** What is followed, and how it stands: `stop-press history` without an article. */
import { createColors } from 'picocolors';
import { createLedger } from '../record/index.ts';
import { visibleText } from '../render/visible.ts';
import { headlineOf } from '../revision.ts';
import { counted } from './counted.ts';
import { followedArticles } from './followed-article.ts';
import type { LocalStore } from './local-store.ts';
import { print, type Output } from './session.ts';

export type ArticleLine = {
  readonly articleId: string;
  readonly url: string;
  readonly headline: string | null;
  readonly revisions: number;
  readonly availability: string;
  readonly checkedAt: string | null;
  readonly changedAt: string | null;
};

/** In the order of the rosters; `since` (ISO 8601) leaves out what has not changed from then on. */
export async function listArticles(store: Pick<LocalStore, 'stores'>, since: string): Promise<readonly ArticleLine[]> {
  const ledger = createLedger(store.stores);
  const lines: ArticleLine[] = [];
  for await (const entry of followedArticles(store)) {
    if ((entry.changedAt ?? '') < since) continue;
    const last = entry.revision === 0 ? null : await ledger.read(entry.articleId, entry.revision);
    lines.push({
      articleId: entry.articleId,
      url: entry.url,
      headline: last === null ? null : headlineOf(last.revision),
      revisions: entry.revision,
      availability: entry.availability.state,
      checkedAt: entry.checkedAt,
      changedAt: entry.changedAt,
    });
  }
  return lines;
}

export function printArticles(lines: readonly ArticleLine[], output: Output): void {
  const palette = createColors(output.colour);
  for (const line of lines) print(output, ...describeArticle(line, palette), '');
  print(output, `${counted(lines.length, 'article')} followed.`);
}

function describeArticle(line: ArticleLine, palette: ReturnType<typeof createColors>): readonly string[] {
  const facts = [
    counted(line.revisions, 'revision'),
    ...(line.availability === 'live' ? [] : [palette.yellow(line.availability)]),
    ...(line.changedAt === null ? [] : [`changed ${minute(line.changedAt)}`]),
    line.checkedAt === null ? 'never checked' : `checked ${minute(line.checkedAt)}`,
  ];
  return [
    palette.bold(visibleText(line.headline ?? 'not read yet')),
    visibleText(line.url),
    palette.dim(`${facts.join(' · ')} UTC`),
  ];
}

const minute = (instant: string): string => `${instant.slice(0, 10)} ${instant.slice(11, 16)}`;
