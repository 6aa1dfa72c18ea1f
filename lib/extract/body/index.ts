/** The body of an article: where it is, its lines, and what of them is the story. */
import type { Block } from '../../article.ts';
import type { Explanation } from '../../extraction.ts';
import { noticeOf } from '../../notice.ts';
import { isElement, PageElement } from '../page-element.ts';
import { endsSentence } from '../text.ts';
import { findContainer } from './container.ts';
import { dropReason, type PageContext } from './drop.ts';
import { explainBody } from './explain.ts';
import { findPosts, isPostHeader, mergePost } from './live.ts';
import { readOpening } from './opening.ts';
import { isNoticeBox, noticesBelow } from './notices.ts';
import { tidyUnits } from './tidy.ts';
import { readUnits, type Unit } from './units.ts';
import type { Verdict } from './verdict.ts';

export type BodyInput = {
  readonly top: PageElement;
  readonly url: string;
  /** The element that shows the headline. */
  readonly headline: PageElement | null;
  /** The headline in each of the publisher's wordings. */
  readonly headlines: readonly string[];
  readonly byline: readonly string[];
  /** The publisher's own summary, from meta tags or JSON-LD. */
  readonly description: string | null;
  readonly language: string | null;
  /** Whether the page's own types say it is a live blog. */
  readonly saysLiveBlog: boolean;
  /** The body by the watchlist's selector. */
  readonly selected: readonly PageElement[] | null;
  /** What the watchlist's selectors drop. */
  readonly dropped: ReadonlySet<PageElement>;
  readonly explain: ((explanation: Explanation) => void) | null;
};

export type Body = {
  readonly blocks: readonly Block[];
  readonly standfirst: { readonly text: string; readonly from: 'page' | 'meta' } | null;
  readonly containers: readonly PageElement[];
  /** Where the blocks were read. */
  readonly source: 'visible' | 'json-ld' | 'state';
};

export function readBody(input: BodyInput): Body {
  const { top, url, headline, explain, dropped } = input;
  const around = new Set<PageElement>();
  for (let node: unknown = headline; node instanceof PageElement; node = node.parent) around.add(node);
  const page: PageContext = { chars: top.chars, prose: top.prose, around };
  const reasons = new Map<PageElement, string | null>();
  const reasonFor = (element: PageElement): string | null => {
    if (dropped.has(element)) return 'a selector of the watchlist';
    let reason = reasons.get(element);
    if (reason === undefined) {
      reason = dropReason(element, page);
      reasons.set(element, reason);
    }
    return reason;
  };
  const found =
    input.selected ??
    [findContainer(top, (element) => reasonFor(element) !== null, input.language)].filter(
      (container) => container !== null,
    );
  const isDropped = (element: PageElement): boolean => {
    const reason = reasonFor(element);
    return reason !== null && !isNoticeBox(element, reason, input.language);
  };
  const regions: [PageElement, string][] = [];
  const onDrop = (element: PageElement): void => void regions.push([element, reasonFor(element) ?? 'a time']);
  const reader = explain ? { isDropped, url, onDrop } : { isDropped, url };
  const units = found.flatMap((container) => {
    const posts = findPosts(container, input.saysLiveBlog);
    if (posts.size === 0) return readUnits(container, reader);
    // A post keeps its own header, for its heading, and says its time apart.
    const isDroppedInPost = (element: PageElement): boolean =>
      element.name === 'time' || (isDropped(element) && !isPostHeader(element, posts));
    return readUnits(container, { ...reader, isDropped: isDroppedInPost, posts, mergePost });
  });
  const verdicts = tidyUnits(units, { headlines: input.headlines, byline: input.byline, containers: found, around });
  const first = found[0];
  const between = headline && first ? betweenThem(headline, first, verdicts) : null;
  const opening =
    headline && between && input.selected === null
      ? readUnits(between.root, {
          ...reader,
          isDropped: (element) => !around.has(element) && isDropped(element),
          startAfter: headline,
          stopAt: between.stopAt,
        })
      : [];
  const read = readOpening({ opening, verdicts, ...input });
  const last = found.at(-1);
  const below =
    last && input.selected === null
      ? noticesBelow(last, reasonFor, input.language).flatMap((box) => readUnits(box, reader))
      : [];
  if (explain) explainBody({ ...read, regions, opening, verdicts, below }).forEach(explain);
  const body = verdicts.flatMap(({ unit, dropped: why }) =>
    why === null && !read.fromBody.includes(unit) ? [unit] : [],
  );
  const blocks = [...read.lead, ...withBoldHeadings(body, input.language), ...below].map((unit) =>
    toBlock(unit, input.language),
  );
  return { blocks, standfirst: read.standfirst, containers: found, source: 'visible' };
}

/** The innermost element around the headline and the body; up to the first paragraph, when the body's element holds the headline. */
function betweenThem(
  headline: PageElement,
  container: PageElement,
  verdicts: readonly Verdict[],
): { readonly root: PageElement; readonly stopAt: PageElement } | null {
  const above = new Set<unknown>();
  for (let node: unknown = headline.parent; node; node = (node as PageElement).parent) above.add(node);
  if (above.has(container)) {
    const start = verdicts.find(({ unit, dropped }) => dropped === null && unit.kind !== 'caption')?.unit.element;
    return start && start.order > headline.order ? { root: container, stopAt: start } : null;
  }
  for (let node = container.parent; node && isElement(node); node = node.parent)
    if (above.has(node)) return { root: node, stopAt: container };
  return null;
}

/** A line in bold, no sentence and no label, over a text that is not: a heading, whatever its tag. With a figure in it, it may be more. */
function withBoldHeadings(units: readonly Unit[], language: string | null): readonly Unit[] {
  const texts = units.filter(({ kind }) => kind !== 'caption');
  const under = new Map(texts.map((unit, index) => [unit, texts[index + 1]]));
  return units.map((unit) => {
    const next = under.get(unit);
    const isHeading =
      isBold(unit) && LIKE_HEADING.test(unit.text) && unit.links.length === 0 && !endsSentence(unit.text);
    return isHeading && next?.kind === 'paragraph' && !isBold(next) && noticeOf(unit.text, language) === null
      ? { ...unit, kind: 'heading', level: 3 }
      : unit;
  });
}

const isBold = ({ kind, text, boldChars }: Unit): boolean => kind === 'paragraph' && boldChars >= text.length * 0.9;
const LIKE_HEADING = /^\P{N}{3,60}[^\p{N}:：]$/u;

function toBlock(unit: Unit, language: string | null): Block {
  return {
    kind: unit.kind === 'paragraph' && noticeOf(unit.text, language) !== null ? 'notice' : unit.kind,
    text: unit.text,
    ...(unit.level === undefined ? {} : { level: unit.level }),
    ...(unit.post === undefined ? {} : { post: unit.post }),
    ...(unit.image === undefined ? {} : { image: unit.image }),
    ...(unit.embed ? { embed: true as const } : {}),
    ...(unit.links.length > 0 ? { links: unit.links } : {}),
  };
}
