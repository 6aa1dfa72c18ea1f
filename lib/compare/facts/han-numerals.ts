/** Chinese and Japanese numerals: "二十五" is 25, "三万" 30,000, and digit by digit "二〇二五" 2025. */
export function valueOfHan(numeral: string): number {
  if (!/[十百千万萬亿億兆]/u.test(numeral))
    return Number(Array.from(numeral, (sign) => DIGITS.get(sign) ?? 0).join(''));
  let total = 0;
  let section = 0;
  let digit = 0;
  for (const sign of numeral) {
    const scale = HAN_SCALES.get(sign);
    if (scale === undefined) digit = DIGITS.get(sign) ?? 0;
    else if (scale < 10_000) {
      section += Math.max(digit, 1) * scale;
      digit = 0;
    } else {
      total += Math.max(section + digit, 1) * scale;
      section = 0;
      digit = 0;
    }
  }
  return total + section + digit;
}

const DIGITS: ReadonlyMap<string, number> = new Map(
  ['〇零', '一', '二两兩', '三', '四', '五', '六', '七', '八', '九'].flatMap((signs, value) =>
    Array.from(signs, (sign): readonly [string, number] => [sign, value]),
  ),
);

export const HAN_SCALES: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
  ['万', 1e4],
  ['萬', 1e4],
  ['億', 1e8],
  ['亿', 1e8],
  ['兆', 1e12],
]);
