/** A page to read: a saved file, or an address that is fetched now. */
import { basename } from 'node:path';
import { ConfigError } from '../errors.ts';
import type { ExtractInput } from '../extraction.ts';
import { NO_VALIDATORS } from '../page.ts';
import { openSite } from './live-site.ts';
import { addressOf, nowhere, readSavedPage } from './saved-page.ts';
import type { Session } from './session.ts';
import { hasOtherScheme, isAddress } from './web-address.ts';

/** Throws `ConfigError` for what cannot be read or fetched. `url` says where a saved page came from. */
export async function loadPage(target: string, session: Session, url?: string): Promise<ExtractInput> {
  if (isAddress(target)) return fetchNow(target, session);
  if (hasOtherScheme(target))
    throw new ConfigError(
      `${target}: an address begins with https:// or http://; a saved page is named by its path alone`,
    );
  const page = await readSavedPage(target, session.cwd);
  return {
    url: url ?? addressOf(page) ?? nowhere(basename(target)),
    body: page.body,
    contentType: page.headers['content-type'],
  };
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
