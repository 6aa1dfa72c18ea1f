/** `--format`: how a comparison or a history is printed. `--json`, which every command has, is short for one of them. */
import { Option } from 'commander';
import { ConfigError, unreachable } from '../errors.ts';
import { renderRedlines, renderRevisionPage, type RevisionView } from '../render/pages/index.ts';
import { renderRevision, renderRevisionMarkdown } from '../render/terminal/index.ts';
import { print, terminalOptions, type Session } from './session.ts';

const FORMATS = ['terminal', 'markdown', 'html', 'json'] as const;
export type Format = (typeof FORMATS)[number];
export type FormatOptions = { readonly format: Format };

export const formatOption = (): Option =>
  new Option('--format <how>', 'for a reader here, as Markdown, as a page for a browser in one file, or for programs')
    .choices(FORMATS)
    .default('terminal' satisfies Format);

export const jsonOption = (what: string): Option =>
  new Option('--json', `${what}; the same as --format json`).implies({ format: 'json' satisfies Format });

/** Throws `ConfigError` where what was asked for is a list, not a comparison. */
export function refuseDocument(format: Format, instead: string): void {
  if (format === 'markdown' || format === 'html')
    throw new ConfigError(`--format ${format} prints what changed in articles; here it takes ${instead}`);
}

/** Revisions with their redlines, one after the other; a page of its own for a single one. */
export function printRevisions(
  views: readonly RevisionView[],
  format: Exclude<Format, 'json'>,
  { out }: Pick<Session, 'out'>,
): void {
  const [only, ...others] = views;
  switch (format) {
    case 'terminal':
      return print(out, views.map((view) => renderRevision(view, terminalOptions(out))).join('\n\n\n'));
    case 'markdown':
      return out.write(views.map(renderRevisionMarkdown).join('\n'));
    case 'html':
      return out.write(
        only !== undefined && others.length === 0 ? renderRevisionPage(only) : renderRedlines('Revisions', views),
      );
    default:
      return unreachable(format);
  }
}
