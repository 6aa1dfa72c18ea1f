import { expect, test } from 'vitest';
import { extractArticle } from '../../lib/extract/index.ts';

const textsOf = (lang: string, headline: string, body: string): readonly string[] => {
  const outcome = extractArticle({
    url: 'https://news.example/a',
    body: `<html lang="${lang}"><head><title>${headline}</title></head><body><nav><a href="/">1</a></nav><main><h1>${headline}</h1>${body}</main></body></html>`,
  });
  if (outcome.kind !== 'extracted') throw new Error(outcome.kind);
  return outcome.article.blocks.map(({ text }) => text);
};

test.each([
  [
    'Thai, which writes neither spaces nor stops',
    'th',
    'เรือข้ามฟากหยุดเดินเรือ',
    [
      'เรือข้ามฟากไปเกาะหยุดให้บริการเมื่อเช้าวันอังคารเพราะลมแรง ผู้โดยสารราว 140 คนต้องรอที่ท่าเรือ',
      'ผู้ว่าการท่าเรือกล่าวว่าจะเปิดให้บริการอีกครั้งเมื่อคลื่นสูงไม่เกินสองเมตร',
      'ไม่มีผู้ได้รับบาดเจ็บจากเหตุการณ์นี้',
    ],
  ],
  [
    'Chinese',
    'zh-Hant',
    '渡輪因強風停航',
    [
      '往返離島的渡輪週二上午因強風停航，約一百四十名旅客滯留碼頭。',
      '港務局長表示，浪高降到兩公尺以下才會復航。',
      '目前沒有人受傷。',
    ],
  ],
  [
    'Japanese',
    'ja',
    'フェリー欠航、強風で',
    [
      '島に向かうフェリーは火曜日の朝、強風のため欠航し、約140人が港で足止めされた。',
      '港長は、波の高さが2メートルを下回れば再開すると述べた。',
      'けが人はいない。',
    ],
  ],
  [
    'Khmer',
    'km',
    'សាឡាងឈប់ដំណើរការ',
    [
      'សាឡាងទៅកោះបានឈប់ដំណើរការនៅព្រឹកថ្ងៃអង្គារ ដោយសារខ្យល់ខ្លាំង ហើយអ្នកដំណើរប្រហែល ១៤០ នាក់ត្រូវរង់ចាំ។',
      'នាយកកំពង់ផែបាននិយាយថា នឹងបើកឡើងវិញនៅពេលរលកទាបជាងពីរម៉ែត្រ។',
      'គ្មានអ្នករបួសទេ។',
    ],
  ],
])('%s: paragraphs are kept to the last short one', (_, lang, headline, lines) => {
  expect(textsOf(lang, headline, lines.map((line) => `<p>${line}</p>`).join(''))).toEqual(lines);
  expect(textsOf(lang, headline, `<div>${lines.join('<br><br>')}</div>`)).toEqual(lines);
});
