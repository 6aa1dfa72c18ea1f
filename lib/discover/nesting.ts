import { Parser } from 'htmlparser2';

/** Browsers stop nesting here. What feeds and pages nest is a tenth of it; each of our parsers takes time by depth for every tag. */
const MOST = 512;

/** Whether elements stand in one another deeper than any document that is meant. One pass, and none beyond that depth. */
export function isNestedTooDeep(text: string, markup: 'xml' | 'html'): boolean {
  let depth = 0;
  let isTooDeep = false;
  const parser = new Parser(
    {
      onopentag() {
        depth += 1;
        if (depth <= MOST) return;
        isTooDeep = true;
        parser.pause();
      },
      onclosetag() {
        depth -= 1;
      },
    },
    { xmlMode: markup === 'xml', decodeEntities: false },
  );
  parser.write(text);
  return isTooDeep;
}
