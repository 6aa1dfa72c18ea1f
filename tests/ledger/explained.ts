/** One served text, and whether the check that saw it ran to its end. */
export type Seen = { readonly state: string; readonly ended: boolean };

/** Whether the ledger is what was seen, in order, with equal neighbours told once; checks that died may have committed or not. */
export function isExplainedBy(ledger: readonly string[], seen: readonly Seen[]): boolean {
  let lasts = new Set([-1]);
  for (const { state, ended } of seen) {
    const next = new Set(ended ? [] : lasts);
    for (const last of lasts) {
      if (ledger[last] === state) next.add(last);
      else if (ledger[last + 1] === state) next.add(last + 1);
    }
    lasts = next;
  }
  return lasts.has(ledger.length - 1);
}
