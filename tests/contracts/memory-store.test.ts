import { createMemoryStore } from '../../lib/adapters/memory.ts';
import { storeContract } from './store.ts';

storeContract('memory', async () => createMemoryStore());
