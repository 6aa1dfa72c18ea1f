/** `stop-press add`: finds a site's feeds and sitemaps and writes the lines to put into the watchlist. */
import type { Command } from 'commander';
import { stringify } from 'yaml';
import { findSources, type SourceFound } from '../../discover/index.ts';
import { ConfigError } from '../../errors.ts';
import { publicationIdFor } from '../default-watchlist.ts';
import { openSite } from '../live-site.ts';
import { print, printJson, type Session } from '../session.ts';
import { hasOtherScheme, isAddress } from '../web-address.ts';

export function addAdd(program: Command, session: Session): void {
  program
    .command('add')
    .description('find the feeds and sitemaps of a site, and print the lines for the watchlist')
    .argument('<url>', 'its front page, a section, an article, or a feed')
    .option('--json', 'print what was found as JSON')
    .addHelpText('after', '\nExample:\n  stop-press add https://news.example >> new-publication.yaml')
    .action(async (address: string, options: { json?: true }) => {
      const url = isAddress(address) ? address : `https://${address}`;
      if (!URL.canParse(url) || hasOtherScheme(address))
        throw new ConfigError(`${address}: this is no address; write it as https://news.example`);
      const found = await findSources(url, openSite(session, { contact: null }));
      if (options.json) return printJson(session.out, found);
      if (found.detail !== null) throw new ConfigError(`${url}: ${found.detail}`);

      for (const source of found.sources) print(session.log, ...describeSource(source), '');
      session.out.write(publicationYaml(url, found.siteName, found.sources));
      print(session.log, '', 'Put these lines under “publications:” in the watchlist, then: stop-press validate');
    });
}

const describeSource = ({ kind, url, title, listed, newestAt, samples }: SourceFound): readonly string[] => [
  `${kind}: ${url}${title === null ? '' : ` (${title})`}`,
  `  ${listed} listed${newestAt === null ? '' : `, the newest of ${newestAt}`}`,
  ...samples.map((sample) => `  - ${sample}`),
];

/** In shadow at first: recorded and reported, nobody alerted. */
function publicationYaml(url: string, siteName: string | null, sources: readonly SourceFound[]): string {
  const host = new URL(url).hostname.replace(/^www\./, '');
  const id = publicationIdFor(host);
  const urls = (kind: SourceFound['kind']) => sources.filter((source) => source.kind === kind).map(({ url }) => url);
  const lists = { feeds: urls('feed'), sitemaps: urls('sitemap'), sections: urls('section') };
  const filled = Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));
  const publication = { name: (siteName ?? host).slice(0, 60), ...filled, shadow: true };
  return stringify({ [id]: publication })
    .replaceAll(/^/gm, '  ')
    .trimEnd()
    .concat('\n');
}
