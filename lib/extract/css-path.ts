import { isElement, type PageElement } from './page-element.ts';

/** A CSS path a person can paste into a watchlist: up to four steps, from an id when there is one. */
export function cssPath(element: PageElement): string {
  const steps: string[] = [];
  for (
    let node: PageElement | null = element;
    node && steps.length < 4;
    node = node.parent && isElement(node.parent) ? node.parent : null
  ) {
    const id = node.attribs['id'];
    if (id !== undefined && IDENTIFIER.test(id)) return [`#${id}`, ...steps].join(' > ');
    const classes = (node.attribs['class'] ?? '').split(/\s+/u).filter((name) => IDENTIFIER.test(name));
    steps.unshift([node.name, ...classes.slice(0, 2)].join('.'));
  }
  return steps.join(' > ');
}

const IDENTIFIER = /^[a-z][\w-]*$/iu;
