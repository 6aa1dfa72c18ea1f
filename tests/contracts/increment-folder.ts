/** A process of its own that adds to `count` in a folder store and prints each value it was told is stored. */
import { createFolderStore } from '../../lib/adapters/folder.ts';
import { increment } from './store-counting.ts';

const [root = '', times = '1'] = process.argv.slice(2);
await increment(createFolderStore(root), 'count', Number(times), (value) => process.stdout.write(`${value}\n`));
