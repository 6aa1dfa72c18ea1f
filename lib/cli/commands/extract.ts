/** `stop-press extract`: the article as read from a saved page, and why. */
import { Option, type Command } from 'commander';
import { explainExtraction, extractArticle } from '../../extract/index.ts';
import type { ExtractOutcome } from '../../extraction.ts';
import { loadPage } from '../load-page.ts';
import { printArticle, printExplanations } from '../print-article.ts';
import { print, printJson, type Session } from '../session.ts';
import { publicationFor } from '../publication-of.ts';
import { watchlistOption } from '../watchlist-option.ts';
import { webAddress } from '../web-address.ts';

type ExtractOptions = {
  readonly json?: true;
  readonly explain?: true;
  readonly url?: string;
  readonly watchlist?: string;
};

export function addExtract(program: Command, session: Session): void {
  program
    .command('extract')
    .description('show the article on a page as it is read, or what the page is instead')
    .argument('<page>', 'a saved page or an address')
    .option('--json', 'print the article as JSON')
    .option('--explain', 'list each part of the page that was kept or dropped, with the reason and its selector')
    .addOption(
      new Option(
        '--url <address>',
        'where a saved page was fetched from, if neither the page nor a file beside it says so',
      ).argParser(webAddress),
    )
    .addOption(watchlistOption('read by the selectors this watchlist has for the publication'))
    .addHelpText(
      'after',
      '\nExamples:\n  stop-press extract page.html --json\n  stop-press extract page.html --explain | grep dropped',
    )
    .action(async (target: string, options: ExtractOptions) => {
      const page = await loadPage(target, session, options.url);
      const rules = (await publicationFor(page.url, options.watchlist, session))?.selectors;
      if (options.explain) {
        const { outcome, explanations } = explainExtraction(page, rules);
        if (options.json) printJson(session.out, { ...outcome, explanations });
        else printExplanations(explanations, session.out);
        return conclude(outcome, target, options, session);
      }
      const outcome = extractArticle(page, rules);
      if (options.json) printJson(session.out, outcome);
      else if (outcome.kind === 'extracted') printArticle(outcome.article, session.out);
      conclude(outcome, target, options, session);
    });
}

/** Warnings, and one line for a page that holds no article. */
function conclude(outcome: ExtractOutcome, target: string, { explain }: ExtractOptions, session: Session): void {
  if (outcome.kind === 'extracted') {
    for (const warning of outcome.warnings) print(session.log, `stop-press: ${warning}`);
    return;
  }
  const why = 'why' in outcome ? `${outcome.kind}, ${outcome.why}` : outcome.kind;
  const next = explain ? '' : '; --explain lists what was kept and dropped';
  print(session.log, `stop-press: ${target}: no article here (${why}): ${outcome.detail}${next}`);
  session.exitWith(1);
}
