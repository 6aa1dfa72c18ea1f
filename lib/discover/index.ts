/**
 * Discovery, by these rules:
 *
 * 1. A publication's feeds, sitemaps and section pages are looked into, each asked "only if it has changed since"; single articles
 *    are followed as named.
 * 2. What a source lists is read leniently, as what it is, whatever it is called: RSS, RDF, Atom, JSON Feed, sitemaps and
 *    their indexes, gzip, any charset, broken XML.
 * 3. One story is one article, whatever address it is listed under (lib/identity.ts).
 * 4. At first sight an article is taken up if the patterns want it and nothing says it is older than `newerThan`; newest first, and
 *    never more than `maxArticles` are followed.
 * 5. A source's word that a known article was updated brings its check forward. It never holds one back.
 * 6. A source that fails, shrinks or vanishes removes nothing: articles outlive their feeds.
 */
export {
  discoverArticles,
  type Discovery,
  type DiscoveryInput,
  type Found,
  type Hint,
  type SourceOutcome,
} from './discover-articles.ts';
export { findSources, type SourceFound, type SourcesFound } from './find-sources.ts';
