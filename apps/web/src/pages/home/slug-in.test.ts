import { slugIn } from './slug-in';

describe('the room in what somebody typed', () => {
  it.each([
    ['thanh-hoa', 'thanh-hoa'],
    ['/r/thanh-hoa', 'thanh-hoa'],
    ['https://hop.example/r/thanh-hoa?x=1', 'thanh-hoa'],
    ['Thanh Hoá', 'thanh-hoa'],
    ['Đông Sơn', 'dong-son'],
    ['', null],
    ['a', null],
    ['../etc', null],
  ])('%s → %s', (typed, slug) => expect(slugIn(typed)).toBe(slug));
});
