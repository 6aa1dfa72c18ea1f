/** What a bench found, in one shape for the table, the JSON and the charts of `npm run bench`. */
import { writeFileSync } from 'node:fs';

export type Figure = {
  /** As a line of the table: "F1 on fundus". */
  readonly what: string;
  /** "%", "ms", "MB" …; empty for a plain number. */
  readonly unit: string;
  readonly ours: number;
  readonly aim?: { readonly least: number } | { readonly most: number };
  /** By name, from the same run. */
  readonly peers?: Readonly<Record<string, number>>;
};

export type Chart = { readonly name: string; readonly title: string; readonly unit: string } & (
  | {
      readonly kind: 'bars';
      /** Each group a row of bars: one for each name. */
      readonly groups: readonly { readonly label: string; readonly values: Readonly<Record<string, number>> }[];
    }
  | {
      readonly kind: 'lines';
      readonly across: string;
      readonly lines: readonly { readonly label: string; readonly points: readonly (readonly [number, number])[] }[];
    }
);

export type Findings = { readonly figures: readonly Figure[]; readonly charts?: readonly Chart[] };

/** Where a bench is told `--figures FILE`, its findings lie there at its end. */
export function writeFindings(file: string | undefined, findings: Findings): void {
  if (file !== undefined) writeFileSync(file, `${JSON.stringify(findings, null, 1)}\n`);
}

export const isMet = ({ ours, aim }: Figure): boolean | null => {
  if (aim === undefined) return null;
  return 'least' in aim ? ours >= aim.least : ours <= aim.most;
};

export const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;
