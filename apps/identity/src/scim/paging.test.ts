import { pageAsked } from './paging.js';

test.each([
  [{}, { from: 1, count: 200 }],
  [
    { startIndex: 0, count: 10 },
    { from: 1, count: 10 },
  ],
  [
    { startIndex: -5, count: -1 },
    { from: 1, count: 0 },
  ],
  [
    { startIndex: 11, count: 1000 },
    { from: 11, count: 200 },
  ],
])('%j is %j', (asked, page) => {
  expect(pageAsked(asked, 200)).toEqual(page);
});
