/** The places a field may be read from, tried in the order the field's rule lists them; the first that holds a value wins and is its provenance. */
export type Found<T> = { readonly value: T; readonly from: string };

/** A named source of a value: `null` when the page does not have it. */
export type Source<T> = readonly [from: string, read: () => T | null];

export function firstOf<T>(sources: readonly Source<T>[]): Found<T> | null {
  for (const [from, read] of sources) {
    const value = read();
    if (value !== null) return { value, from };
  }
  return null;
}

/** The first value of the first named `<meta>` present. */
export function metaContent(meta: ReadonlyMap<string, readonly string[]>, names: readonly string[]): string | null {
  for (const name of names) {
    const value = meta.get(name)?.[0];
    if (value !== undefined) return value;
  }
  return null;
}
