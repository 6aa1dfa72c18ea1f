/** A person's judgement of each fetch, and how a back-test compares with it. */
import * as z from 'zod';
import { CHANGE_KINDS } from '../change.ts';
import { ConfigError } from '../errors.ts';
import type { BackTest } from './back-test.ts';

/**
 * By `<folder>/<file without its ending>`: `false`, nobody should be told; `true`, somebody should; or the kinds of change that
 * should be told.
 */
const labelsSchema = z.record(z.string(), z.union([z.boolean(), z.array(z.enum(CHANGE_KINDS)).min(1)]));
export type Labels = z.infer<typeof labelsSchema>;

export type Accuracy = {
  readonly labelled: number;
  /** Of the fetches that were told, how many should be; of those that should be, how many were. Null where there are none. */
  readonly precision: number | null;
  readonly recall: number | null;
  readonly falseAlerts: readonly string[];
  readonly missed: readonly string[];
};

/** Throws `ConfigError` for labels of another shape. */
export function readLabels(text: string, path: string): Labels {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new ConfigError(`${path}: this is not JSON: ${error.message}`);
    throw error;
  }
  const outcome = labelsSchema.safeParse(content);
  if (outcome.success) return outcome.data;
  const key = outcome.error.issues[0]?.path.join('.') ?? '';
  throw new ConfigError(`${path}: ${key}: write true, false, or a list of kinds of change`);
}

/** A kind that should be told and is not makes the fetch a miss, though something else was told of it. */
export function judge({ told }: BackTest, labels: Labels): Accuracy {
  const names = Object.keys(labels);
  const isWanted = (name: string) => labels[name] !== false;
  const hasAll = (name: string) => {
    const label = labels[name];
    const found = told[name];
    return found !== undefined && (!Array.isArray(label) || label.every((kind) => found.includes(kind)));
  };
  const alerted = names.filter((name) => told[name] !== undefined);
  const wanted = names.filter(isWanted);
  return {
    labelled: names.length,
    precision: alerted.length === 0 ? null : alerted.filter(isWanted).length / alerted.length,
    recall: wanted.length === 0 ? null : wanted.filter(hasAll).length / wanted.length,
    falseAlerts: alerted.filter((name) => !isWanted(name)),
    missed: wanted.filter((name) => !hasAll(name)),
  };
}
