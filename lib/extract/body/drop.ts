/** Which regions of a page are not its article, told by their markup. What their text says is judged in tidy.ts. */
import { classWords } from '../class-words.ts';
import { BLOCK_TAGS, type PageElement } from '../page-element.ts';
import { INLINE_WORDS, STRONG_WORDS, TEASER_WORDS, WEAK_WORDS } from './drop-words.ts';
import { isCaptionOfPicture } from './unit-kind.ts';

/** What a decision needs to know of the whole page. */
export type PageContext = {
  /** Characters of all text on the page, and of its running text. */
  readonly chars: number;
  readonly prose: number;
  /** The headline's element and everything around it: never dropped for a class name. */
  readonly around: ReadonlySet<unknown>;
};

const DROPPED_TAGS: ReadonlySet<string> = new Set(
  'nav button dialog menu input label select option legend svg style script noscript template iframe object canvas amp-ad amp-sidebar amp-embed amp-consent amp-social-share'.split(
    ' ',
  ),
);
/** Dropped unless most of the page's prose stands inside, which careless markup does. */
const DOUBTFUL_TAGS: ReadonlySet<string> = new Set(['footer', 'aside', 'form', 'header', 'address', 'fieldset']);
const DROPPED_ROLES: ReadonlySet<string> = new Set(
  'navigation search dialog alertdialog menu menubar toolbar tooltip tablist button complementary contentinfo banner'.split(
    ' ',
  ),
);

/** Why an element is not part of the article, or null when nothing in its markup says so. */
export function dropReason(element: PageElement, page: PageContext): string | null {
  const { name, attribs } = element;
  if (DROPPED_TAGS.has(name)) return `<${name}>`;
  if (name === 'sup' && element.linkChars > 0 && element.chars <= 5) return 'the mark of a footnote';
  const share = page.prose === 0 ? 0 : element.prose / page.prose;
  const isAround = page.around.has(element);
  const hidden = hiddenReason(element, share);
  if (hidden !== null) return hidden;
  if (DOUBTFUL_TAGS.has(name) && share < 0.4) {
    if (name !== 'header' || !isAround || element.proseBlocks <= 2) return `<${name}>`;
  }
  const role = attribs['role'];
  // Nobody writes an article in a dialogue; consent banners may be longer than a short one.
  if ((role === 'dialog' || role === 'alertdialog' || attribs['aria-modal'] === 'true') && !isAround)
    return `role=${role ?? 'dialog'}`;
  if (role !== undefined && DROPPED_ROLES.has(role) && share < 0.4 && !isAround) return `role=${role}`;
  if (isAround || name === 'html' || name === 'body' || name === 'main') return null;
  if (element.asksForAddress && element.chars <= 800 && element.prose <= 240 && share < 0.2 && !element.holdsBody)
    return 'a field for an e-mail address';
  return wordReason(element, share, page);
}

function hiddenReason(element: PageElement, share: number): string | null {
  const { attribs } = element;
  if (share >= 0.4) return null;
  if ('hidden' in attribs && attribs['hidden'] !== 'until-found') return 'hidden';
  if (attribs['aria-hidden'] === 'true' && share < 0.2 && !(element.name === 'p' && element.proseBlocks > 0))
    return 'aria-hidden';
  const style = attribs['style'];
  if (style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/iu.test(style)) return 'hidden by style';
  return null;
}

function wordReason(element: PageElement, share: number, page: PageContext): string | null {
  const words = classWords(element);
  if (words.length === 0) return null;
  if (!BLOCK_TAGS.has(element.name)) {
    const inline = words.find((word) => INLINE_WORDS.has(word));
    return inline === undefined ? null : `class "${inline}"`;
  }
  if (element.holdsBody) return null;
  const strong = words.find((word) => STRONG_WORDS.has(word));
  // Comments may well be longer than the story; a wrapper of the whole page may be named for having some.
  const isComments = strong !== undefined && COMMENTS.test(strong) && element.chars < page.chars * 0.9;
  if (strong !== undefined && (share < 0.75 || isComments)) return `class "${strong}"`;
  const teaser = words.find((word) => TEASER_WORDS.has(word));
  if (teaser !== undefined && share < 0.3 && (element.proseBlocks === 0 || element.linkChars > element.chars * 0.1))
    return `class "${teaser}"`;
  // A paragraph of running text is what it is, whatever flag it carries; and so is a heading that leads nowhere.
  if (element.name === 'p' && element.proseBlocks > 0) return null;
  if (/^h[1-6]$/u.test(element.name) && element.linkChars === 0) return null;
  if (element.holdsEmbed) return null;
  if (isCaptionOfPicture(element)) return null;
  const weak = words.find((word) => WEAK_WORDS.has(word));
  if (weak !== undefined && share < 0.06 && element.proseBlocks <= 1) return `class "${weak}"`;
  return null;
}

const COMMENTS = /^(?:comment|disqus|livefyre|respond|kommentar|commentaires|comentarios|commenti)/u;
