import { describe, expect, it } from 'vitest';
import { isSamePicture } from '../../lib/compare/images.ts';

describe('one picture', () => {
  it.each([
    ['in another size, by its query', '/ferry.jpg?w=600', '/ferry.jpg?w=1200'],
    ['in another size, by its name', '/uploads/ferry-1024x768.jpg', '/uploads/ferry-300x225.jpg'],
    ['scaled', '/uploads/2026/03/ferry.jpg', '/uploads/2026/03/ferry-scaled.jpg'],
    ['in another format', '/uploads/ferry.jpg', '/uploads/ferry.webp'],
    ['by its number', '/image/65453399_6.jpg', '/image/65453399_303.jpg'],
    [
      'by its hash, in another crop',
      '/media/ff01686bf0d0/369_424_4616_2770/4616.jpg',
      '/media/ff01686bf0d0/0_0_3916_2203/3916.jpg',
    ],
    ['behind a resizer', '/resizer/x1YCjs4T/960x0/P576YUSSW7AD5.jpg', '/resizer/sm62fNDD/480x0/P576YUSSW7AD5.jpg'],
    [
      'with its address inside another',
      '/thumb/600x315/https%3A%2F%2Fimg.example%2F1161232231%2F960x0.jpg',
      '/thumb/1161232231/960x0.jpg',
    ],
    ['small and large', '/uploads/ferry_small.jpg', '/uploads/ferry--large.jpg'],
    ['by its name, in a numbered size', '/uploads/ferry-640.jpg', '/uploads/ferry.webp'],
    ['by its name, under the days it was used', '/20260302/ferry.jpg', '/20260415/ferry.jpg'],
    ['by a number of six', '/image/65453a_6.jpg', '/image/other/65453a.jpg'],
    ['cut to a width alone', '/960x/ferry-480x.jpg', '/ferry.jpg'],
  ])('%s', (_, one, other) => {
    const [a, b] = [`https://news.example${one}`, `https://news.example${other}`];
    expect([isSamePicture(a, b), isSamePicture(b, a)]).toEqual([true, true]);
  });
  it('where another host serves it, since that cannot be told', () => {
    expect(isSamePicture('https://a.example/ferry.jpg', 'https://b.example/8c21d0aa.jpg')).toBe(true);
  });
});

it('an address that cannot be read may show the same', () => {
  expect([
    isSamePicture('ferry.jpg', 'https://a.example/b.jpg'),
    isSamePicture('https://a.example/b.jpg', '?'),
  ]).toEqual([true, true]);
});

describe('another picture', () => {
  it.each([
    ['by its name', '/uploads/ferry.jpg', '/uploads/harbour-at-dawn.jpg'],
    ['by its number', '/image/65453399_6.jpg', '/image/65470012_6.jpg'],
    ['of the same day', '/uploads/20260302/ferry.jpg', '/uploads/20260302/pier.jpg'],
    ['of the same month', '/uploads/202603/ferry.jpg', '/uploads/202603/pier.jpg'],
    ['with a number longer than a day', '/uploads/202603021/ferry.jpg', '/uploads/202603022/ferry.jpg'],
    ['with a number on one side, by its name', '/uploads/65453399/ferry.jpg', '/uploads/pier.jpg'],
    ['by the middle of its name', '/uploads/ferry-1-dawn.jpg', '/uploads/ferry-2-dusk.jpg'],
    ['by the end of its name', '/uploads/v1.2/ferry.at.dawn.jpg', '/uploads/v1.2/ferry.at.dusk.jpg'],
    ['under a name that all have', '/items/cfec9b3238d1/preview.jpg', '/items/21cd7f979093/preview.jpg'],
  ])('%s', (_, one, other) => {
    const [a, b] = [`https://news.example${one}`, `https://news.example${other}`];
    expect([isSamePicture(a, b), isSamePicture(b, a)]).toEqual([false, false]);
  });
});
