/**
 * Compare-and-swap of a file among processes that may die at any instant, with no lock. Beside `index.json` lies the
 * folder `index.json~turn`, which holds one empty file, the turn, named for whose it is (`turn-<nonce>`), and the bytes that
 * writers have made ready (`<nonce>.bytes`). To replace the file is to
 *
 * 1. make the bytes ready under a nonce of one's own;
 * 2. see whose turn it is, and put their bytes in place if they did not come to it (they died, or are slow);
 * 3. read the file: if it is not what was expected, the race is lost;
 * 4. rename the turn from their nonce to one's own: of all who try, one finds the old name. This decides it;
 * 5. put one's own bytes in place.
 *
 * Why it holds: nonces never come back, so a turn can be passed on once, and bytes be put in place once. The file changes
 * only by steps 2 and 5, with the bytes of the one who has the turn, and nobody can take the turn before those are in place. So
 * between 3 and a successful 4 the file cannot have changed, and a slow process that wakes up after others have gone on
 * finds neither its turn nor its bytes to move. Dead after 4 and before 5: the next writer finishes it, and a reader sees the value
 * before until then, which is right, since nobody was told of the new one.
 *
 * A lock file with its owner's process id was rejected: two who both find it stale can each remove the other's new one, ids are used again, and
 * in another container a living process looks dead.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, unlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PutOutcome } from '../store.ts';
import { isFsError, readVersioned, settleFolder, writeFlushed } from './folder-files.ts';

const TURN = 'turn-';

export async function replaceInTurn(file: string, bytes: Uint8Array, expected: string): Promise<PutOutcome> {
  if ((await readVersioned(file))?.version !== expected) return { kind: 'lost' };
  const turnFolder = await openTurnFolder(file);
  const nonce = randomUUID();
  const ready = join(turnFolder, `${nonce}.bytes`);
  const version = await writeFlushed(ready, bytes);

  for (;;) {
    const holder = await findHolder(turnFolder);
    if (await putInPlace(turnFolder, holder, file)) await settleFolder(dirname(file));
    if ((await readVersioned(file))?.version !== expected) {
      await unlink(ready);
      return { kind: 'lost' };
    }
    if (!(await moveIfThere(join(turnFolder, TURN + holder), join(turnFolder, TURN + nonce)))) continue;
    await settleFolder(turnFolder);
    await putInPlace(turnFolder, nonce, file);
    await settleFolder(dirname(file));
    return { kind: 'stored', version };
  }
}

/** The folder appears with the first turn in it, in one rename: two turns can never be. */
async function openTurnFolder(file: string): Promise<string> {
  const turnFolder = `${file}~turn`;
  const draft = join(dirname(file), `~${randomUUID()}`);
  if ((await namesIn(turnFolder)).length > 0) return turnFolder;
  await mkdir(draft);
  await writeFile(join(draft, TURN + randomUUID()), '');
  await settleFolder(draft);
  try {
    await rename(draft, turnFolder);
    await settleFolder(dirname(file));
  } catch (error) {
    // Somebody was first, and a folder with something in it is not replaced (EPERM is how Windows says so).
    if (!isFsError(error, 'ENOTEMPTY', 'EEXIST', 'EPERM')) throw error;
    await rm(draft, { recursive: true });
  }
  return turnFolder;
}

/** Reading a folder while a name in it changes may show neither name: look again. */
async function findHolder(turnFolder: string): Promise<string> {
  for (;;) {
    const name = (await readdir(turnFolder)).find((name) => name.startsWith(TURN));
    if (name !== undefined) return name.slice(TURN.length);
  }
}

const putInPlace = (turnFolder: string, nonce: string, file: string): Promise<boolean> =>
  moveIfThere(join(turnFolder, `${nonce}.bytes`), file);

async function moveIfThere(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (isFsError(error, 'ENOENT')) return false;
    throw error;
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isFsError(error, 'ENOENT')) return [];
    throw error;
  }
}
