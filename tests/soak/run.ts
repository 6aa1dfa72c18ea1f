/**
 * The long soak: `node tests/soak/run.ts --on folder --checks 100000`, or `--on s3` (fauxqs behind the strict front, whose own faults come on
 * top: conflicts, throttling, lost answers). `--faults 0.004` makes of a thousand effects four deaths and four failures; `--capacity 30` lets a visit
 * check 30 articles, the rest being late. Prints what was done and what was wrong; exits 1 if anything was.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createFolderStore } from '../../lib/adapters/folder.ts';
import { soak } from './soak.ts';
import { openFaultyS3 } from './faulty-s3.ts';

const { values } = parseArgs({
  options: {
    on: { type: 'string', default: 'folder' },
    checks: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    articles: { type: 'string', default: '50' },
    capacity: { type: 'string', default: '3000' },
    faults: { type: 'string', default: '0.001' },
  },
});
const from = performance.now();
const folder = await mkdtemp(join(tmpdir(), 'stop-press-soak-'));
const s3 = values.on === 's3' ? await openFaultyS3(Number(values.seed)) : null;
const store = createFolderStore(folder);
const result = await soak({
  stores: s3?.stores ?? { ledger: store, state: store },
  articles: Number(values.articles),
  checks: Number(values.checks),
  seed: Number(values.seed),
  deathRate: Number(values.faults),
  failureRate: Number(values.faults),
  changeRate: 0.02,
  capacity: Number(values.capacity),
});
await s3?.close();
await rm(folder, { recursive: true });
const { wrongs, ...counts } = result;
console.log({ on: values.on, ...counts, ...s3?.faults(), seconds: Math.round((performance.now() - from) / 1000) });
for (const wrong of wrongs) console.log(wrong);
console.log(wrongs.length === 0 ? 'Nothing lost, nothing twice beyond the bound.' : `${wrongs.length} wrongs`);
process.exitCode = wrongs.length === 0 ? 0 : 1;
