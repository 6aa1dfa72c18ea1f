/**
 * MiB, from the most that each held through a day of the rehearsal (docs/measurements.md): 110 to 210, with all of Node. Memory buys processor
 * time as well. A visit waits for most of its time, and is given what its publications' largest pages need: one of 8 MB takes up to 300.
 */
export const MEMORY_MIB = { dispatch: 256, notify: 512, sweep: 512, visit: { few: 512, many: 1024 } } as const;

/** @param publications how many are visited side by side, at most. */
export const visitMemoryMiB = (publications: number): number =>
  publications <= 5 ? MEMORY_MIB.visit.few : MEMORY_MIB.visit.many;
