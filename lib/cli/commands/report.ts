/** `stop-press report`: the pages of a local store as files, for a disk or any web server. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { writeReport, type ReportStep } from '../../render/site/index.ts';
import { counted } from '../counted.ts';
import { asConfigError } from '../input-file.ts';
import { storeOption } from '../local-store.ts';
import { createProgress, type Progress } from '../progress.ts';
import { print, printJson, type Session } from '../session.ts';
import { openSiteSource, type SiteOptions } from '../site-source.ts';
import { watchlistOption } from '../watchlist-option.ts';
import { webAddress } from '../web-address.ts';

export function addReport(program: Command, session: Session): void {
  program
    .command('report')
    .description('write every revision as pages and feeds into a folder')
    .argument('<dir>', 'the folder; pages of an earlier report that are still right are left as they are')
    .addOption(storeOption())
    .addOption(watchlistOption('name its publications and beats, and read by its selectors'))
    .addOption(
      new Option(
        '--url <address>',
        'where the folder will lie on the web: makes addresses in feeds absolute',
      ).argParser(webAddress),
    )
    .option('--json', 'print the sums as JSON')
    .addHelpText('after', '\nExample:\n  stop-press report site/ && open site/index.html')
    .action(async (dir: string, options: SiteOptions & { readonly json?: true }) => {
      const source = await openSiteSource(options, session);
      const folder = resolve(session.cwd, dir);
      const ports = { ...source, write: writerTo(folder, dir), read: readerOf(folder, dir) };
      const steps = writeReport(ports, source.facts(session.now()), source.address);
      const { articles, pages, stopped } = await follow(steps, session);
      if (stopped) {
        print(session.log, 'stop-press: interrupted; the same command goes on where this one stopped');
        return session.exitWith(1);
      }
      if (options.json) return printJson(session.out, { articles, pages });
      print(
        session.out,
        `${join(dir, 'index.html')}: ${counted(articles, 'article')}, ${counted(pages, 'page')} written anew.`,
      );
    });
}

async function follow(steps: AsyncIterable<ReportStep>, session: Session) {
  let progress: Progress | null = null;
  let [articles, pages, stopped] = [0, 0, false];
  try {
    for await (const step of steps) {
      progress ??= createProgress(session.log, step.articles);
      progress.advance(step.articleId);
      articles = step.articles;
      pages += step.pages;
      if (session.interrupted.aborted && step.done < step.articles) {
        stopped = true;
        break;
      }
    }
  } finally {
    progress?.end();
  }
  return { articles, pages, stopped };
}

/** Paths come from ids of our own, which hold no `..`; a name is shown as the person wrote it. */
function writerTo(folder: string, dir: string) {
  const made = new Set<string>();
  return async (path: string, text: string): Promise<void> => {
    const file = join(folder, path);
    const parent = dirname(file);
    try {
      if (!made.has(parent)) await mkdir(parent, { recursive: true });
      made.add(parent);
      await writeFile(file, text);
    } catch (error) {
      throw asConfigError(error, join(dir, path));
    }
  };
}

const readerOf =
  (folder: string, dir: string) =>
  async (path: string): Promise<string | null> => {
    try {
      return await readFile(join(folder, path), 'utf8');
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
      throw asConfigError(error, join(dir, path));
    }
  };
