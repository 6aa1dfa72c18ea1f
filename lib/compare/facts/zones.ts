import type { Lexeme } from './lexemes.ts';
import { hourKey } from './ages-and-hours.ts';
import type { Quantity } from './quantity.ts';

/** Hours from Greenwich, in summer too where a name is said the year round. */
const ZONES: ReadonlyMap<string, readonly number[]> = new Map([
  ['AEDT', [11]],
  ['AEST', [10]],
  ['BST', [1]],
  ['CDT', [-5]],
  ['CEST', [2]],
  ['CET', [1]],
  ['CST', [-6]],
  ['CT', [-6, -5]],
  ['EDT', [-4]],
  ['EEST', [3]],
  ['EET', [2]],
  ['EST', [-5]],
  ['ET', [-5, -4]],
  ['GMT', [0]],
  ['HKT', [8]],
  ['IST', [5.5]],
  ['JST', [9]],
  ['KST', [9]],
  ['MDT', [-6]],
  ['MSK', [3]],
  ['MST', [-7]],
  ['PDT', [-7]],
  ['PKT', [5]],
  ['PST', [-8]],
  ['PT', [-8, -7]],
  ['SGT', [8]],
  ['UTC', [0]],
]);

/** "14:00 GMT", "9am ET", "1400 GMT": an hour with where it is that hour, which is its unit. */
export function withZone(lexemes: readonly Lexeme[], quantity: Quantity): Quantity {
  const zone = lexemes[quantity.to];
  if (!zone || !ZONES.has(zone.text)) return quantity;
  const military = /^([01]\d|2[0-3])([0-5]\d)$/u.exec(lexemes[quantity.to - 1]?.text ?? '');
  const { from, to, type } = quantity;
  if (type === 'time') return { ...quantity, unit: zone.text, to: to + 1 };
  if (!military || to !== from + 1) return quantity;
  const key = hourKey(`${military[1]}:${military[2]}`, '');
  return { ...quantity, type: 'time', value: null, unit: zone.text, key, to: to + 1 };
}

/** Two hours of the day, by their keys, that are one in their zones. Where one has none they are if they read alike. */
export function isSameHour(
  one: { readonly key: string; readonly zone: string | null },
  other: { readonly key: string; readonly zone: string | null },
): boolean {
  if (one.zone === null || other.zone === null) return one.key === other.key;
  const [first, second] = [one, other].map(({ key, zone }) => {
    const [hours = '', minutes = ''] = key.split(':');
    return (ZONES.get(zone ?? '') ?? []).map((offset) => (Number(hours) + Number(minutes) / 60 - offset + 48) % 24);
  });
  return first?.some((hour) => second?.includes(hour)) === true;
}
