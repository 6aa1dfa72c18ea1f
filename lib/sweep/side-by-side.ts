/** As `Promise.all` over a list, in its order, but only so many at once: a store answers some, and refuses hundreds. */
export async function sideBySide<From, To>(
  all: readonly From[],
  work: (one: From) => Promise<To>,
  most = AT_ONCE,
): Promise<readonly To[]> {
  const done: To[] = [];
  for (let from = 0; from < all.length; from += most) {
    done.push(...(await Promise.all(all.slice(from, from + most).map(work))));
  }
  return done;
}

const AT_ONCE = 16;
