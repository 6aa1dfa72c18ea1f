/**
 * Whether two addresses show the same picture. Publishers serve one picture in many sizes and crops, whose addresses have
 * its number in common ("65453399_6.jpg", "65453399_303.jpg"), or its name. Where it cannot be told, it is the same: a picture is no
 * reason for a false alert.
 */
export function isSamePicture(one: string, other: string | null): boolean {
  if (other === null) return false;
  if (one === other) return true;
  const [a, b] = [URL.parse(one), URL.parse(other)];
  if (!a || !b || a.host !== b.host) return true;
  const [marks, others] = [marksOf(a), marksOf(b)];
  if (marks.size > 0 && others.size > 0) return !marks.isDisjointFrom(others);
  return nameOf(a) === nameOf(b);
}

/** Six characters and more with a digit among them, that are no date: a picture's number or hash. */
const marksOf = (url: URL): Set<string> =>
  new Set(
    pathOf(url)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length >= 6 && /\d/u.test(word) && !/^(?:19|20)\d{4}(?:\d{2})?$/u.test(word)),
  );

/** The file's name without its size. */
const nameOf = (url: URL): string =>
  (pathOf(url).split('/').at(-1) ?? '')
    .replace(/\.\w+$/u, '')
    .replace(/[^\p{L}\p{N}]+(?:\d+|scaled|thumb|large|small)?$/u, '');

/** In lower case, without sizes such as 1200x630 and without escapes; an address inside an address is read like the rest. */
function pathOf({ pathname }: URL): string {
  const path = pathname.toLowerCase().replace(/%[0-9a-f]{2}/gu, '/');
  return path.replace(/\d+x\d*/gu, '');
}
