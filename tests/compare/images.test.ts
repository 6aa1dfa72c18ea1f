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
  ])('%s', (_, one, other) => {
    const [a, b] = [`https://news.example${one}`, `https://news.example${other}`];
    expect([isSamePicture(a, b), isSamePicture(b, a)]).toEqual([true, true]);
  });
  it('where another host serves it, since that cannot be told', () => {
    expect(isSamePicture('https://a.example/ferry.jpg', 'https://b.example/8c21d0aa.jpg')).toBe(true);
  });
});

describe('another picture', () => {
  it.each([
    ['by its name', '/uploads/ferry.jpg', '/uploads/harbour-at-dawn.jpg'],
    ['by its number', '/image/65453399_6.jpg', '/image/65470012_6.jpg'],
    ['of the same day', '/uploads/20260302/ferry.jpg', '/uploads/20260302/pier.jpg'],
    ['under a name that all have', '/items/cfec9b3238d1/preview.jpg', '/items/21cd7f979093/preview.jpg'],
  ])('%s', (_, one, other) => {
    const [a, b] = [`https://news.example${one}`, `https://news.example${other}`];
    expect([isSamePicture(a, b), isSamePicture(b, a)]).toEqual([false, false]);
  });
});
