/** One page from bytes to outcome. */
import { load } from 'cheerio/slim';
import type { Article, Block } from '../article.ts';
import type { Explanation, ExtractInput, ExtractOutcome, ExtractRules } from '../extraction.ts';
import { findContainer } from './body/container.ts';
import { dropReason, type PageContext } from './body/drop.ts';
import { NOTICE } from './body/phrases.ts';
import { letters, tidyUnits } from './body/tidy.ts';
import { readUnits, type Unit } from './body/units.ts';
import { decodePage } from './charset.ts';
import { LIMITS } from './limits.ts';
import { readMetadata, type Metadata } from './metadata/index.ts';
import { readJsonLd } from './metadata/json-ld.ts';
import { surveyPage, type Survey } from './survey.ts';
import { textOf } from './text.ts';
import { isElement, PageElement, parsePage, type PageTree } from './tree.ts';

export type Explain = ((explanation: Explanation) => void) | null;

export function readPage(input: ExtractInput, rules: ExtractRules, explain: Explain): ExtractOutcome {
  if (input.body.length > LIMITS.pageChars) {
    return { kind: 'too-large', detail: `${input.body.length} bytes; at most ${LIMITS.pageChars} are read` };
  }
  const markup = decodePage(input.body, input.contentType);
  const tree = parsePage(markup);
  if (tree.stoppedBy !== null) {
    return {
      kind: 'too-large',
      detail:
        tree.stoppedBy === 'depth'
          ? `elements nested deeper than ${LIMITS.depth}`
          : `more than ${LIMITS.nodes} elements and texts`,
    };
  }
  const survey = surveyPage(tree.root);
  const jsonLd = readJsonLd(tree.scripts);
  const metadata = readMetadata(survey, jsonLd, input.url);
  const warnings: string[] = [];
  const blocks = readBody(tree, metadata, input.url, rules, explain);
  if (blocks.length === 0) return { kind: 'not-an-article', why: 'no-text', detail: 'no running text was found' };
  return { kind: 'extracted', article: assemble(input.url, metadata, survey, blocks), warnings };
}

function readBody(
  tree: PageTree,
  metadata: Metadata,
  url: string,
  rules: ExtractRules,
  explain: Explain,
): readonly Block[] {
  const top = topElement(tree);
  if (!top) return [];
  const around = new Set<unknown>();
  for (let node: unknown = metadata.headlines.element; node instanceof PageElement; node = node.parent)
    around.add(node);
  const page: PageContext = { prose: top.prose, around };
  const reasons = new Map<PageElement, string | null>();
  const isDropped = (element: PageElement): boolean => {
    let reason = reasons.get(element);
    if (reason === undefined) {
      reason = dropReason(element, page);
      reasons.set(element, reason);
    }
    return reason !== null;
  };
  const containers = rules.body === undefined ? [findContainer(top, isDropped)] : select(tree, rules.body);
  const units = containers.flatMap((container) => (container ? readUnits(container, { isDropped, url }) : []));
  const { headlines, byline } = metadata;
  const verdicts = tidyUnits(units, {
    headlines: [headlines.headline?.value, headlines.h1, headlines.openGraph, headlines.jsonLd].filter(
      (text) => text !== null && text !== undefined,
    ),
    byline,
    containers: containers.filter((container) => container !== null),
  });
  for (const { unit, dropped } of verdicts) {
    explain?.({
      verdict: dropped === null ? 'kept' : 'dropped',
      path: unit.element.name,
      why: dropped ?? unit.kind,
      text: unit.text.slice(0, 80),
    });
  }
  return verdicts.filter(({ dropped }) => dropped === null).map(({ unit }) => toBlock(unit));
}

function select(tree: PageTree, selector: string): readonly PageElement[] {
  return load(tree.root)(selector)
    .toArray()
    .filter((node) => isElement(node));
}

function topElement(tree: PageTree): PageElement | null {
  const top = new PageElement('body', {});
  for (const child of tree.root.children) {
    top.children.push(child);
    if (!isElement(child)) continue;
    top.prose += child.prose;
    top.chars += child.chars;
    top.linkChars += child.linkChars;
    top.proseBlocks += child.proseBlocks;
  }
  return top.chars === 0 ? null : top;
}

function toBlock(unit: Unit): Block {
  const kind = unit.kind === 'paragraph' && NOTICE.test(unit.text) ? 'notice' : unit.kind;
  return {
    kind,
    text: unit.text,
    ...(unit.level === undefined ? {} : { level: unit.level }),
    ...(unit.embed ? { embed: true as const } : {}),
    ...(unit.links.length > 0 ? { links: unit.links } : {}),
  };
}

function assemble(url: string, metadata: Metadata, survey: Survey, blocks: readonly Block[]): Article {
  const { headlines, description, ...rest } = metadata;
  const standfirst = findStandfirst(survey, description, headlines.element, blocks);
  const first = blocks[0];
  const repeated = standfirst !== null && first !== undefined && letters(first.text) === letters(standfirst.text);
  const provenance: Record<string, string> = { ...rest.provenance };
  if (standfirst) provenance['standfirst'] = standfirst.from === 'page' ? 'visible' : 'meta';
  return {
    url,
    canonicalUrl: rest.canonicalUrl,
    headline: headlines.headline?.value ?? '',
    otherHeadlines: { h1: headlines.h1, openGraph: headlines.openGraph, jsonLd: headlines.jsonLd },
    standfirst: standfirst?.text ?? null,
    standfirstFrom: standfirst?.from ?? null,
    byline: rest.byline,
    dateline: null,
    publishedAt: rest.publishedAt,
    modifiedAt: rest.modifiedAt,
    section: rest.section,
    topics: rest.topics,
    language: rest.language,
    direction: rest.direction,
    leadImage: rest.leadImage,
    access: rest.access,
    blocks: repeated ? blocks.slice(1) : blocks,
    provenance,
  };
}

/** A marked element near the headline, or the publisher's summary where the page shows it. */
function findStandfirst(
  survey: Survey,
  description: string | null,
  headline: PageElement | null,
  blocks: readonly Block[],
): { text: string; from: 'page' | 'meta' } | null {
  const wanted = description === null ? '' : letters(description);
  if (wanted !== '') {
    const inBody = blocks.slice(0, 2).find((block) => letters(block.text) === wanted);
    if (inBody) return { text: inBody.text, from: 'page' };
  }
  for (const mark of survey.standfirstMarks) {
    if (mark.chars < 30 || mark.chars > 700 || mark.linkChars > mark.chars * 0.3) continue;
    const text = textOf(mark);
    const bare = letters(text);
    if (bare === wanted) return { text, from: 'page' };
    if (headline && mark.parent === headline.parent && !blocks.some((block) => letters(block.text) === bare))
      return { text, from: 'page' };
  }
  if (description === null || blocks.some((block) => letters(block.text).includes(wanted.slice(0, 80)))) return null;
  return { text: description, from: 'meta' };
}
