/** A progress bar for long work, on a terminal only: pipes and logs get none. */
import type { Output } from './session.ts';

export type Progress = { readonly advance: (name: string) => void; readonly end: () => void };

/** `log` is where it is drawn, over and over on one line. `end` wipes it away. */
export function createProgress(log: Output, total: number): Progress {
  if (!log.isTerminal || total < MIN_TOTAL) return { advance: () => {}, end: () => {} };
  let done = 0;
  return {
    advance: (name) => {
      done++;
      const filled = Math.round((done / total) * BAR_CELLS);
      const bar = `${'█'.repeat(filled)}${'░'.repeat(BAR_CELLS - filled)}`;
      log.write(`\r\u001B[K${bar} ${done}/${total} ${name.slice(0, Math.max(0, log.width - BAR_CELLS - 16))}`);
    },
    end: () => log.write('\r\u001B[K'),
  };
}

const BAR_CELLS = 24;
/** Below this the work is over before a bar could be read. */
const MIN_TOTAL = 20;
