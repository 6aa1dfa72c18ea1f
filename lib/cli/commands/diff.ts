/** `stop-press diff`: what changed between two saved pages, as subscribers would be told, with the redline under it. */
import type { Command } from 'commander';
import type { Article } from '../../article.ts';
import { compareArticles, type CompareContext } from '../../compare/index.ts';
import { ConfigError } from '../../errors.ts';
import { extractArticle } from '../../extract/index.ts';
import { looseView } from '../../render/site/index.ts';
import { formatOption, jsonOption, printRevisions, type FormatOptions } from '../format-option.ts';
import { loadPage } from '../load-page.ts';
import { publicationFor } from '../publication-of.ts';
import { printJson, type Session } from '../session.ts';
import { watchlistOption } from '../watchlist-option.ts';

type DiffOptions = FormatOptions & { readonly watchlist?: string };

export function addDiff(program: Command, session: Session): void {
  program
    .command('diff')
    .description('show what changed between two saved pages of an article')
    .argument('<before>', 'a saved page or an address')
    .argument('<after>', 'a saved page or an address')
    .addOption(formatOption())
    .addOption(jsonOption('print the comparison as JSON'))
    .addOption(watchlistOption('read and weigh by what this watchlist says of the publication'))
    .addHelpText(
      'after',
      '\nExamples:\n  stop-press diff before.html after.html\n  stop-press diff a.html b.html --format html > diff.html',
    )
    .action(async (beforePath: string, afterPath: string, options: DiffOptions) => {
      const before = await readArticle(beforePath, options, session);
      const after = await readArticle(afterPath, options, session);
      const comparison = compareArticles(before.article, after.article, after.context);
      if (options.format === 'json') return printJson(session.out, comparison);
      printRevisions([looseView(before.article, after.article, comparison)], options.format, session);
    });
}

/** Throws `ConfigError` where there is no article to compare. */
async function readArticle(
  target: string,
  options: DiffOptions,
  session: Session,
): Promise<{ readonly article: Article; readonly context: CompareContext }> {
  const page = await loadPage(target, session);
  const publication = await publicationFor(page.url, options.watchlist, session);
  const outcome = extractArticle(page, publication?.selectors);
  if (outcome.kind !== 'extracted')
    throw new ConfigError(
      `${target}: no article here (${outcome.kind}): ${outcome.detail}; stop-press extract tells more`,
    );
  const rules = publication === null ? {} : { ignore: publication.ignore, severities: publication.severities };
  return { article: outcome.article, context: { rules } };
}
