/** Numbers of Chinese, Japanese and Korean texts, written together with what they count. */
import { valueOfHan } from './han-numerals.ts';
import type { Lexeme } from './lexemes.ts';
import { roundOff } from './number-tokens.ts';
import { count, type Quantity } from './quantity.ts';

/** "三人", "二十五年": a Chinese or Japanese numeral and what it counts, as one word. */
export function hanAt(lexemes: readonly Lexeme[], at: number): Quantity | null {
  // "二十五人" comes as "二十" and "五人".
  let to = at + 1;
  let text = lexemes[at]?.text ?? '';
  while (WHOLLY_HAN.test(text) && lexemes[to]?.spaced === false && HAN_DIGIT.test(lexemes[to]?.text ?? '')) {
    text += lexemes[to]?.text ?? '';
    to += 1;
  }
  const numeral = /^([〇零一二两兩三四五六七八九十百千万萬亿億兆]{1,20})\P{sc=Hiragana}{0,2}$/u.exec(text)?.[1];
  if (numeral === undefined) return null;
  const value = valueOfHan(numeral);
  const counted = text.slice(numeral.length);
  const type = /^[年月日号號]/u.test(counted)
    ? 'date'
    : /^[时時点點]/u.test(counted)
      ? 'time'
      : /^[岁歲歳才]/u.test(counted)
        ? 'age'
        : 'count';
  const key = type === 'date' || type === 'time' ? text : String(value);
  return {
    ...count(at, to, value, key),
    type,
    weak: numeral === '一' || (numeral.length === 1 && counted.length > 1),
  };
}
const WHOLLY_HAN = /^[〇零一二两兩三四五六七八九十百千万萬亿億兆]{1,20}$/u;
const HAN_DIGIT = /^[〇零一二两兩三四五六七八九十百千万萬亿億兆]/u;

export const HANGUL = /^\p{sc=Hangul}/u;

/** "14명이", "5000만원", "3월": the counter set against a Korean number tells what it is a number of. */
export function koreanFrom(base: Quantity, suffix: string): Quantity {
  const scale = { 천: 1e3, 만: 1e4, 억: 1e8, 조: 1e12 }[suffix.charAt(0)];
  const counter = scale === undefined ? suffix : suffix.slice(1);
  const value = base.value === null ? null : roundOff(base.value * (scale ?? 1));
  const counted = { ...base, value, key: String(value) };
  if (/^(?:원|달러|유로|엔)/u.test(counter))
    return {
      ...counted,
      type: 'money',
      unit: { 원: 'KRW', 달: 'USD', 유: 'EUR', 엔: 'JPY' }[counter.charAt(0)] ?? null,
    };
  if (/^(?:퍼센트|프로)/u.test(counter)) return { ...counted, type: 'percent', unit: '%' };
  if (/^[년월일]/u.test(counter)) return { ...counted, type: 'date', key: `${value}${counter.charAt(0)}` };
  if (/^[시분]/u.test(counter)) return { ...counted, type: 'time', key: `${value}${counter.charAt(0)}` };
  return /^[세살]/u.test(counter) ? { ...counted, type: 'age', unit: 'year' } : counted;
}
