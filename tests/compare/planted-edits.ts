/**
 * Plants one edit at a time in an article, as an editor might have made it, and says which kind it ought to be told as. For
 * tests on texts of our own and for the bench on real pages. Deterministic: the same seed plants the same edits.
 */
import type { Article, Block } from '../../lib/article.ts';
import type { ChangeKind, Severity } from '../../lib/change.ts';
import { PLACE_EDITS } from './planted-facts.ts';
import { CORRECTIONS, NAMES, NEW_SENTENCES, OTHER_WORDS, type Words } from './planted-words.ts';

export type PlantedEdit = {
  readonly name: string;
  readonly after: Article;
  /** Any of these, as a change's kind or inside it, names the edit rightly. */
  readonly expected: readonly ChangeKind[];
  /** How severe the policy lets it be; undefined where its facts decide. */
  readonly severities?: readonly Severity[] | undefined;
  /** What was altered, for a person to read. */
  readonly said: string;
};

/** One edit of each name that the article has a place for. */
export function plantEdits(article: Article, seed: number): PlantedEdit[] {
  const random = randomFrom(seed);
  const primary = /^[a-z]{2}/u.exec(article.language ?? 'en')?.[0] ?? 'en';
  return PLANTERS.flatMap(({ name, plant }) => {
    const planted = plant(article, primary, random);
    return planted ? [{ name, ...planted }] : [];
  });
}

type Random = () => number;
type Planted = Omit<PlantedEdit, 'name'>;
type Planter = {
  readonly name: string;
  readonly plant: (article: Article, language: string, random: Random) => Planted | null;
};

/** A small generator of pseudo-random numbers in [0, 1) (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const pick = <T>(from: readonly T[], random: Random): T | undefined => from[Math.floor(random() * from.length)];

const PLANTERS: readonly Planter[] = [
  ...PLACE_EDITS.map(({ name, places, put, kinds, severities, quoted }): Planter => ({
    name,
    plant: (article, language, random) => {
      const pattern = places(language);
      const choose = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
      const planted =
        pattern && replaceWord(article, random, pattern, (text) => put(text, language, choose), kinds, quoted === true);
      return planted && { ...planted, severities };
    },
  })),
  {
    name: 'figure in digits',
    plant: (article, _language, random) =>
      replaceWord(
        article,
        random,
        /(?<![\p{L}\p{N}.,:/#+–-])\d{1,3}(?![\p{L}\p{N}]|[.,:/–-]\d|[.):]? *$|-\p{L})/gu,
        (text) => String(Number(text) + 1 + Math.floor(random() * 7)),
        ['figure'],
      ),
  },
  {
    name: 'word in a quotation',
    plant: (article, language, random) =>
      replaceWord(
        article,
        random,
        /(?<![\p{L}\p{N}'’-])\p{Ll}{5,}(?![\p{L}\p{N}'’-])/gu,
        () => pick(OTHER_WORDS[language] ?? OTHER_WORDS['en'] ?? [], random) ?? 'copper',
        ['quote'],
        true,
      ),
  },
  {
    name: 'negation put in',
    plant: (article, language, random) =>
      language === 'en'
        ? replaceWord(
            article,
            random,
            /(?<=\s)(?:was|were|is|are|will|has|had|would|could)(?= (?!not|n't|never|no)\p{Ll}{3})/gu,
            (text) => `${text} not`,
            ['claim'],
          )
        : language === 'de'
          ? replaceWord(
              article,
              random,
              /(?<=\s)(?:ist|sind|war|waren|wird|werden)(?= (?!nicht|kein)\p{Ll}{3})/gu,
              (text) => `${text} nicht`,
              ['claim'],
            )
          : null,
  },
  {
    name: 'will to may',
    plant: (article, language, random) =>
      language === 'en' ? replaceWord(article, random, /(?<=\p{Ll} )will(?= \p{Ll})/gu, () => 'may', ['claim']) : null,
  },
  {
    name: 'allegedly put in',
    plant: (article, language, random) =>
      language === 'en'
        ? replaceWord(
            article,
            random,
            /(?<= (?:who|he|she|they|it|and) )(?:took|told|made|gave|killed|used|had|ran|left|stole|sold|paid|wrote|hid|went)(?= )/gu,
            (text) => `allegedly ${text}`,
            ['claim'],
          )
        : null,
  },
  {
    name: 'name',
    plant: (article, _language, random) =>
      replaceWord(
        article,
        random,
        /(?<=\p{Ll} \p{Lu}\p{Ll}{2,} )\p{Lu}\p{Ll}{3,}(?= (?:said|told|was|is|has|had|will|sagte|a|ha|dijo|who|and)\b)/gu,
        () => pick(NAMES, random) ?? 'Hallam',
        ['name', 'attribution'],
      ),
  },
  {
    name: 'any digit',
    plant: (article, _language, random) =>
      replaceWord(
        article,
        random,
        /(?<=\d[.,]?)\d(?!\p{L})/gu,
        (digit) => String((Number(digit) + 1 + Math.floor(random() * 8)) % 10),
        ['figure'],
      ),
  },
  {
    name: 'ordinary word',
    plant: (article, language, random) =>
      replaceWord(
        article,
        random,
        /(?<=\p{Ll} )\p{Ll}{6,}(?= \p{Ll})/gu,
        () => pick(OTHER_WORDS[language] ?? OTHER_WORDS['en'] ?? [], random) ?? 'copper',
        ['wording', 'attribution', 'claim', 'figure', 'rewritten'],
      ),
  },
  {
    name: 'letter dropped',
    plant: (article, _language, random) =>
      replaceWord(
        article,
        random,
        /(?<![\p{L}\p{N}'’-])\p{Ll}{7,}(?![\p{L}\p{N}'’-])/gu,
        (word) => word.slice(0, 3) + word.slice(4),
        ['wording'],
      ),
  },
  {
    name: 'letter doubled',
    plant: (article, _language, random) =>
      replaceWord(
        article,
        random,
        /(?<![\p{L}\p{N}'’-])\p{Ll}{7,}(?![\p{L}\p{N}'’-])/gu,
        (word) => word.slice(0, 4) + word.slice(3),
        ['wording'],
      ),
  },
  {
    name: 'sentence moved',
    plant: moveSentence,
  },
  {
    name: 'misspelling',
    plant: (article, _language, random) =>
      replaceWord(article, random, /(?<![\p{L}\p{N}'’-])\p{Ll}{8,}(?![\p{L}\p{N}'’-])/gu, exchangeLetters, ['wording']),
  },
  {
    name: 'sentence added',
    plant: (article, language, random) =>
      atBlock(
        article,
        random,
        (block) => [{ ...block, text: `${block.text} ${sentenceIn(NEW_SENTENCES, language)}` }],
        ['added'],
      ),
  },
  {
    name: 'sentence removed',
    plant: (article, _language, random) =>
      atBlock(
        article,
        random,
        (block) => {
          const match = /(?<=\p{Ll}{3}[.!?] )\p{Lu}[^.!?"“”„»«]{40,}\.(?= \p{Lu})/u.exec(block.text);
          return match
            ? [
                {
                  ...block,
                  text: block.text.slice(0, match.index - 1) + block.text.slice(match.index + match[0].length),
                },
              ]
            : null;
        },
        ['removed'],
      ),
  },
  {
    name: 'paragraph added',
    plant: (article, language, random) =>
      atBlock(article, random, (block) => [block, { kind: 'paragraph', text: sentenceIn(NEW_SENTENCES, language) }], [
        'added',
      ]),
  },
  { name: 'paragraph removed', plant: (article, _language, random) => atBlock(article, random, () => [], ['removed']) },
  { name: 'paragraph moved', plant: moveParagraph },
  {
    name: 'correction at the foot',
    plant: (article, language, random) => withCorrection(article, language, random, article.blocks.length),
  },
  {
    name: 'correction at the top',
    plant: (article, language, random) => withCorrection(article, language, random, 0),
  },
  {
    name: 'headline',
    plant: (article, language, random) => {
      const words = article.headline.split(' ');
      if (words.length < 3) return null;
      const at = Math.floor(random() * words.length);
      const headline = words
        .with(at, pick(OTHER_WORDS[language] ?? OTHER_WORDS['en'] ?? [], random) ?? 'copper')
        .join(' ');
      return { after: { ...article, headline }, expected: ['headline'], said: `${article.headline} → ${headline}` };
    },
  },
];

const sentenceIn = (sentences: Words, language: string): string => (sentences[language] ?? sentences['en'])?.[0] ?? '';

function withCorrection(article: Article, language: string, random: Random, at: number): Planted {
  const text = pick(CORRECTIONS[language] ?? CORRECTIONS['en'] ?? [], random) ?? '';
  const blocks = article.blocks.toSpliced(at, 0, { kind: 'paragraph', text });
  return { after: { ...article, blocks }, expected: ['correction'], severities: ['major'], said: text };
}

/** Replaces one match in running text. Outside quotations unless `quoted`; edits inside a quotation are quotes as well. */
function replaceWord(
  article: Article,
  random: Random,
  pattern: RegExp,
  replacement: (text: string) => string,
  expected: readonly ChangeKind[],
  quoted = false,
): Planted | null {
  const places = article.blocks.flatMap((block, index) =>
    isRunningText(block)
      ? [...block.text.matchAll(pattern)]
          .filter((match) => isQuoted(block.text, match.index) === quoted && isWhole(block.text))
          .map((match) => ({ block, index, at: match.index, text: match[0] }))
      : [],
  );
  const place = pick(places, random);
  if (!place) return null;
  const { block, index, at, text } = place;
  const altered = replacement(text);
  if (altered === text) return null;
  const after = block.text.slice(0, at) + altered + block.text.slice(at + text.length);
  const said = `…${block.text.slice(Math.max(0, at - 60), at)}[-${text}-]{+${altered}+}${block.text.slice(at + text.length, at + text.length + 40)}…`;
  return { after: { ...article, blocks: article.blocks.with(index, { ...block, text: after }) }, expected, said };
}

const isRunningText = (block: Block): boolean => block.kind === 'paragraph' || block.kind === 'list-item';

/** Whether a quotation is open at this place. Texts whose marks do not pair are left alone by `isWhole`. */
const isQuoted = (text: string, at: number): boolean => {
  const before = text.slice(0, at);
  const count = (pattern: RegExp): number => before.match(pattern)?.length ?? 0;
  return count(/["]/gu) % 2 === 1 || count(/[“„«]/gu) > count(/[”»]/gu) - (/„[^“]*“/u.test(before) ? 1 : 0);
};

/** Pairs of plain or English marks only, no mark left open, no single marks used as quotation marks. */
const isWhole = (text: string): boolean => {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  return count(/"/gu) % 2 === 0 && count(/“/gu) === count(/”/gu) && !/[„«»‘‹›]|(?<!\p{L})'/u.test(text);
};

function exchangeLetters(word: string): string {
  for (let at = 3; at + 2 < word.length; at += 1)
    if (word[at] !== word[at + 1]) return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
  return word;
}

function atBlock(
  article: Article,
  random: Random,
  edit: (block: Block) => readonly Block[] | null,
  expected: readonly ChangeKind[],
): Planted | null {
  const places = article.blocks.flatMap((block, index) => {
    if (block.kind !== 'paragraph' || block.text.length < 80 || !/[.!?]$/u.test(block.text)) return [];
    const blocks = edit(block);
    return blocks ? [{ index, blocks, block }] : [];
  });
  const place = pick(places, random);
  if (!place) return null;
  const after = { ...article, blocks: article.blocks.toSpliced(place.index, 1, ...place.blocks) };
  return { after, expected, said: `at “${place.block.text.slice(0, 80)}…”` };
}

function moveParagraph(article: Article, _language: string, random: Random): Planted | null {
  const places = article.blocks.flatMap((block, index) =>
    block.kind === 'paragraph' && block.text.length > 60 ? [index] : [],
  );
  if (places.length < 6) return null;
  const from = pick(places.slice(0, -4), random) ?? 0;
  const block = article.blocks[from];
  const to = places[places.indexOf(from) + 3];
  if (!block || to === undefined) return null;
  const blocks = article.blocks.toSpliced(to + 1, 0, block).toSpliced(from, 1);
  return {
    after: { ...article, blocks },
    expected: ['moved'],
    said: `“${block.text.slice(0, 80)}…” from ${from} to ${to}`,
  };
}

function moveSentence(article: Article, _language: string, random: Random): Planted | null {
  const places = article.blocks.flatMap((block, index) => {
    if (block.kind !== 'paragraph') return [];
    const match = /(?<=\p{Ll}{3}[.!?] )\p{Lu}[^.!?"“”„»«]{40,}\.(?= \p{Lu})/u.exec(block.text);
    return match ? [{ block, index, match }] : [];
  });
  const from = pick(places, random);
  const to = article.blocks.findLastIndex((block) => block.kind === 'paragraph' && block.text.endsWith('.'));
  const target = article.blocks[to];
  if (!from || !target || to - from.index < 3) return null;
  const { block, index, match } = from;
  const without = block.text.slice(0, match.index) + block.text.slice(match.index + match[0].length + 1);
  const blocks = article.blocks
    .with(index, { ...block, text: without })
    .with(to, { ...target, text: `${target.text} ${match[0]}` });
  return {
    after: { ...article, blocks },
    expected: ['moved'],
    said: `“${match[0].slice(0, 80)}…” from ${index} to ${to}`,
  };
}
