/** `npm run docs`: writes the pages of docs/ that come from the code. */
import { writeFile } from 'node:fs/promises';
import { generatedPages } from './pages.ts';

for (const [path, text] of await generatedPages()) await writeFile(path, text);
