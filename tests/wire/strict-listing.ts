/**
 * ListObjectsV2 as AWS documents it: keys in the order of their UTF-8 bytes, a thousand to a page. The emulator sorts as a dictionary does
 * (`a_1` before `A/1`), and so its second page can leave keys out.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/ListingKeysUsingAPIs.html
 */
import type { Seen } from './strict-front.ts';

const PAGE = 1_000;

export type Listing = {
  /** An object was put at `/bucket/key`. */
  readonly add: (path: string) => void;
  /** The answer to a listing of a bucket that exists; null for every other request. */
  readonly answer: (seen: Seen) => string | null;
};

export function createListing(): Listing {
  const paths = new Set<string>();
  return {
    add: (path) => void paths.add(path),
    answer: ({ method, path, query }) => {
      if (method !== 'GET' || query.get('list-type') !== '2') return null;
      const bucket = path.replace(/\/$/, '');
      // Keys of ours are ASCII, so code units are bytes.
      const after = query.get('continuation-token') ?? query.get('start-after') ?? '';
      const keys = [...paths]
        .filter((path) => path.startsWith(`${bucket}/`))
        .map((path) => path.slice(bucket.length + 1))
        .filter((key) => key.startsWith(query.get('prefix') ?? '') && key > after)
        .sort();
      const page = keys.slice(0, PAGE);
      const isTruncated = page.length < keys.length;
      return [
        '<?xml version="1.0"?><ListBucketResult>',
        `<IsTruncated>${isTruncated}</IsTruncated>`,
        isTruncated ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : '',
        ...page.map((key) => `<Contents><Key>${key}</Key></Contents>`),
        '</ListBucketResult>',
      ].join('');
    },
  };
}
