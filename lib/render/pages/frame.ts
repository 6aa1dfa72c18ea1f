/** What every page has around it: the head that keeps it private and self-contained, the way back, the foot. */
import { html, toText, type Content } from './html.ts';
import { STYLE_SOURCE, styleElement } from './style.ts';
import type { Href } from './view.ts';

export type Frame = {
  /** Of the window; plain text. */
  readonly title: string;
  /** From the overview down to this page, whose href is null. */
  readonly trail: readonly { readonly name: string; readonly href: Href }[];
  /** Atom feeds of what the page shows. */
  readonly feeds?: readonly { readonly name: string; readonly href: string }[];
  /** For pages of lists, which a wide screen shows side by side. */
  readonly wide?: boolean;
  readonly body: Content;
};

/**
 * Nothing may be loaded, run, framed or submitted elsewhere; only our style sheet is applied. A server repeats it as a
 * header (with `frame-ancestors`, which a page cannot say of itself).
 */
export const CONTENT_SECURITY_POLICY = [
  `default-src 'none'`,
  `style-src ${STYLE_SOURCE}`,
  `img-src data:`,
  `base-uri 'none'`,
  `form-action 'self'`,
].join('; ');

/** A whole HTML document as text. It makes no request, runs no script, and asks not to be indexed or referred from. */
export function renderFrame(frame: Frame): string {
  return `<!doctype html>\n${toText(
    html`<html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${CONTENT_SECURITY_POLICY}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow, noarchive" />
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light dark" />
        <title>${frame.title}</title>
        <link rel="icon" href="data:," />
        ${(frame.feeds ?? []).map((feed) => html`<link rel="alternate" type="application/atom+xml" title="${feed.name}" href="${feed.href}" /> `)}${styleElement}
      </head>
      <body${frame.wide === true && html` class="wide"`}>
        <a class="skip" href="#main">Skip to the page</a>
        <header class="masthead"><strong>Stop Press</strong>${trailOf(frame)}</header>
        <main id="main">${frame.body}</main>
        <footer class="foot">Stop Press records what changed, not why. Times are UTC.</footer>
      </body>
    </html>`,
  )}\n`;
}

function trailOf(frame: Frame): Content {
  if (frame.trail.length === 0) return null;
  return html`<nav aria-label="Where you are">
    <ol>
      ${frame.trail.map(({ name, href }) =>
        href === null ? html`<li>${name}</li>` : html`<li><a href="${href}">${name}</a></li>`,
      )}
    </ol>
  </nav>`;
}
