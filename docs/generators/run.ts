/** `npm run docs`: writes the pages of docs/ that come from the code, and the e-mail in the README. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generatedPages } from './pages.ts';
import { readmeWithMail } from './readme-mail.ts';

const ROOT = join(import.meta.dirname, '../..');
for (const [path, text] of await generatedPages()) await writeFile(path, text);
await writeFile(join(ROOT, 'README.md'), await readmeWithMail(ROOT));
