/** `stop-press articles`: what is followed, and how it stands. */
import { createColors } from 'picocolors';
import type { Command } from 'commander';
import { createLedger } from '../../record/index.ts';
import { visibleText } from '../../render/visible.ts';
import { headlineOf } from '../../revision.ts';
import { followedArticles } from '../followed-article.ts';
import { openExistingStore, storeOption } from '../local-store.ts';
import { print, printJson, type Session } from '../session.ts';

type ArticleLine = {
  readonly articleId: string;
  readonly url: string;
  readonly headline: string | null;
  readonly revisions: number;
  readonly availability: string;
  readonly checkedAt: string | null;
  readonly changedAt: string | null;
};

export function addArticles(program: Command, session: Session): void {
  program
    .command('articles')
    .description('list the articles that are followed, with their state')
    .option('--json', 'print them as JSON')
    .addOption(storeOption())
    .addHelpText('after', '\nExample:\n  stop-press articles --json | jq -r ".[].url"')
    .action(async (options: { json?: true; store: string }) => {
      const store = await openExistingStore(options.store, session);
      const ledger = createLedger(store.stores);
      const lines: ArticleLine[] = [];
      for await (const entry of followedArticles(store)) {
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
      if (options.json) return printJson(session.out, lines);
      const palette = createColors(session.out.colour);
      for (const line of lines) print(session.out, ...describeArticle(line, palette), '');
      print(session.out, `${lines.length} ${lines.length === 1 ? 'article' : 'articles'} followed.`);
    });
}

function describeArticle(line: ArticleLine, palette: ReturnType<typeof createColors>): readonly string[] {
  const facts = [
    line.revisions === 1 ? '1 revision' : `${line.revisions} revisions`,
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
