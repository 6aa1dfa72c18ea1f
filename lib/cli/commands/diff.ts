/** `stop-press diff`: what changed between two saved pages, as subscribers would be told, with the redline under it. */
import type { Command } from 'commander';
import type { Article } from '../../article.ts';
import { compareArticles, redline, type CompareContext } from '../../compare/index.ts';
import { ConfigError } from '../../errors.ts';
import { extractArticle } from '../../extract/index.ts';
import { renderRevisionPage } from '../../render/pages/index.ts';
import { looseView } from '../../render/site/index.ts';
import { renderComparison, renderComparisonMarkdown, type ComparisonHead } from '../../render/terminal/index.ts';
import { loadPage } from '../load-page.ts';
import { publicationFor } from '../publication-of.ts';
import { print, printJson, terminalOptions, type Session } from '../session.ts';
import { watchlistOption } from '../watchlist-option.ts';

type DiffOptions = {
  readonly json?: true;
  readonly markdown?: true;
  readonly html?: true;
  readonly watchlist?: string;
};

export function addDiff(program: Command, session: Session): void {
  program
    .command('diff')
    .description('show what changed between two saved pages of an article')
    .argument('<before>', 'a saved page or an address')
    .argument('<after>', 'a saved page or an address')
    .option('--json', 'print the comparison as JSON')
    .option('--markdown', 'print it as Markdown')
    .option('--html', 'print it as a page for a browser, in one file')
    .addOption(watchlistOption('read and weigh by what this watchlist says of the publication'))
    .addHelpText(
      'after',
      '\nExamples:\n  stop-press diff before.html after.html\n  stop-press diff a.html b.html --html > diff.html',
    )
    .action(async (beforePath: string, afterPath: string, options: DiffOptions) => {
      const before = await readArticle(beforePath, options, session);
      const after = await readArticle(afterPath, options, session);
      const comparison = compareArticles(before.article, after.article, after.context);
      if (options.json) return printJson(session.out, comparison);
      if (options.html) {
        return session.out.write(renderRevisionPage(looseView(before.article, after.article, comparison)));
      }
      const rows = redline(before.article, after.article, comparison);

      const head: ComparisonHead = {
        publicationName: null,
        headline: after.article.headline,
        number: null,
        unchangedAt: null,
        changedBy: null,
      };
      if (options.markdown) return session.out.write(renderComparisonMarkdown(head, comparison, rows));
      print(session.out, renderComparison(head, comparison, rows, terminalOptions(session.out)));
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
