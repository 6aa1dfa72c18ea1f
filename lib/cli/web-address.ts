/** Addresses as people write them among arguments. */
import { InvalidArgumentError } from 'commander';

export const isAddress = (text: string): boolean => /^https?:\/\//i.test(text);

/** `ftp://news.example`, `file:/page.html`: an address of a kind that is not fetched. */
export const hasOtherScheme = (text: string): boolean => !isAddress(text) && /^[a-z][a-z+.-]+:\//i.test(text);

/** For an option that takes an address. */
export function webAddress(text: string): string {
  if (!isAddress(text) || !URL.canParse(text)) throw new InvalidArgumentError('write a full http(s) address');
  return text;
}
