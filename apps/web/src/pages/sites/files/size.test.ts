import { sizeOf } from './size';

test.each([
  [1, '1 B'],
  [1023, '1023 B'],
  [184_320, '180 KB'],
  [1_468_006, '1,4 MB'],
])('%i bytes are shown as %s', (bytes, shown) => {
  expect(sizeOf(bytes)).toBe(shown);
});
