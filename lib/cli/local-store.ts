/** The folder that stands in for S3 and SNS on one's own machine: `--store`. */
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Option } from 'commander';
import { createFolderStore } from '../adapters/folder.ts';
import { createOutbox } from '../adapters/outbox.ts';
import type { Publish } from '../alert.ts';
import { ConfigError } from '../errors.ts';
import type { Stores } from '../store.ts';
import type { Watchlist } from '../watchlist.ts';
import { asConfigError } from './input-file.ts';
import type { Session } from './session.ts';

const STORE_FOLDER = 'stop-press-store';

/** For commands that only read. */
export const storeOption = (): Option =>
  new Option('-s, --store <place>', 'the store to read: a folder, or s3://LEDGER+STATE').default(STORE_FOLDER);

export const writtenStoreOption = (): Option =>
  new Option('-s, --store <dir>', 'the folder for the ledger and the outbox; made where there is none').default(
    STORE_FOLDER,
  );

/** For `replay`, which writes what pages come to, or without pages reads what is there. */
export const replayedStoreOption = (): Option =>
  new Option(
    '-s, --store <place>',
    'where the ledger and the outbox go; without pages, the store to read, also s3://LEDGER+STATE',
  ).default(STORE_FOLDER);

export type LocalStore = {
  readonly stores: Stores;
  /** As the person named it. */
  readonly path: string;
  /** Where messages lie as files: `<store>/outbox`. */
  readonly outboxPath: string;
  readonly outboxFolder: string;
};

/** Throws `ConfigError` where the path is no folder. A folder that is not there yet is made with the first write. */
export async function openLocalStore(path: string, session: Session): Promise<LocalStore> {
  const root = resolve(session.cwd, path);
  try {
    if (!(await stat(root)).isDirectory()) throw new ConfigError(`${path}: this is a file; a store is a folder`);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw asConfigError(error, path);
  }
  // One folder holds both stores: their keys do not meet.
  const store = createFolderStore(root);
  return {
    stores: { ledger: store, state: store },
    path,
    outboxPath: join(path, OUTBOX),
    outboxFolder: join(root, OUTBOX),
  };
}

const OUTBOX = 'outbox';

/** For commands that only read: a folder, or `s3://LEDGER+STATE`. A folder without one is a mistake, not an empty store. */
export async function openExistingStore(path: string, session: Session): Promise<Pick<LocalStore, 'stores' | 'path'>> {
  if (path.startsWith('s3:')) {
    // Only here: the SDK takes a while to load, and most commands do without.
    const { openS3Stores } = await import('../adapters/s3-location.ts');
    return { stores: openS3Stores(path), path };
  }
  const store = await openLocalStore(path, session);
  if (!(await holdsStore(resolve(session.cwd, path), path))) {
    throw new ConfigError(
      `${path}: there is no store here yet; stop-press replay or visit makes one, --store names another`,
    );
  }
  return store;
}

/** Every visit writes a roster; a copy of the ledger alone has revisions. In any other folder `verify` would find nothing wrong. */
async function holdsStore(root: string, path: string): Promise<boolean> {
  for (const name of ['rosters', 'revisions']) {
    try {
      await stat(join(root, name));
      return true;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw asConfigError(error, path);
    }
  }
  return false;
}

/** Writes each message to the outbox. `now` dates the mails. */
export const outboxOf = (store: LocalStore, watchlist: Watchlist, now: () => Date): Publish =>
  createOutbox(store.outboxFolder, { now, senderName: watchlist.messages.senderName });
