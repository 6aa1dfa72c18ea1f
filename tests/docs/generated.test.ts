import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { currentText, generatedPages } from '../../docs/generators/pages.ts';

const pages = await generatedPages();

test.each(pages.map(([path, text]) => [basename(path), path, text] as const))(
  '%s says what the code says (npm run docs writes it)',
  async (_, path, text) => {
    expect(await currentText(path)).toBe(text);
  },
);
