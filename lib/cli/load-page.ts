/** A page to read: a saved file, or an address that is fetched now. */
import type { ExtractInput } from '../extraction.ts';
import { readSavedPage } from './saved-page.ts';
import type { Session } from './session.ts';

/** Where a saved page came from nowhere known: links in it have to be resolved against something. */
const NOWHERE = 'https://saved-page.invalid/';

/** Throws `ConfigError` for what cannot be read. */
export async function loadPage(target: string, session: Session, url?: string): Promise<ExtractInput> {
  const page = await readSavedPage(target, session.cwd);
  return { url: url ?? page.url ?? NOWHERE, body: page.body, contentType: page.headers['content-type'] };
}
