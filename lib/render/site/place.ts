/** Where the page that shows a view lies, and what else there is to link to from it. */
import type { Trail } from '../pages/index.ts';
import { relativeHref, type Addresses } from './links.ts';

export type Place = {
  /** Path of the page itself. */
  readonly path: string;
  readonly to: Addresses;
  /** True where archived bytes are served. */
  readonly bytes: boolean;
};

/** The way back from a page of an article, as far as it may be linked. */
export function trailOf(
  of: { readonly articleId: string; readonly publication: string; readonly publicationName: string },
  { path, to }: Place,
): Trail {
  const linked = (target: string | null): string | null => (target === null ? null : relativeHref(path, target));
  return {
    overview: linked(to.overview),
    publication: { name: of.publicationName, href: linked(to.publication(of.publication)) },
    timeline: linked(to.timeline(of.articleId)),
    previous: null,
    next: null,
  };
}
