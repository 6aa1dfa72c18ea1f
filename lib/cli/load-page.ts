/** A page to read: a saved file, or an address that is fetched now. */
import { ConfigError } from '../errors.ts';
import type { ExtractInput } from '../extraction.ts';
import { NO_VALIDATORS } from '../page.ts';
import { openSite } from './live-site.ts';
import { readSavedPage } from './saved-page.ts';
import type { Session } from './session.ts';

/** For a saved page of which nobody knows where it came from: links in it have to be resolved against something. */
const NOWHERE = 'https://saved-page.invalid/';

export const isAddress = (target: string): boolean => /^https?:\/\//i.test(target);

/** Throws `ConfigError` for what cannot be read or fetched. `url` says where a saved page came from. */
export async function loadPage(target: string, session: Session, url?: string): Promise<ExtractInput> {
  if (isAddress(target)) return fetchNow(target, session);
  const page = await readSavedPage(target, session.cwd);
  return { url: url ?? page.url ?? NOWHERE, body: page.body, contentType: page.headers['content-type'] };
}

async function fetchNow(url: string, session: Session): Promise<ExtractInput> {
  const fetched = await openSite(session, { contact: null })({ url, validators: NO_VALIDATORS });
  if (fetched.kind === 'page') {
    const { page } = fetched;
    return { url: page.url, body: page.body, contentType: page.contentType ?? undefined };
  }
  const facts = 'detail' in fetched ? fetched.detail : 'status' in fetched ? `HTTP ${fetched.status}` : '';
  throw new ConfigError(`${url}: ${fetched.kind}${facts === '' ? '' : `: ${facts}`}`);
}
