import { sizeOf } from './size';

test.each([
  [1, 'vi', '1 B'],
  [1023, 'en', '1023 B'],
  [184_320, 'vi', '180 KB'],
  [1_468_006, 'vi', '1,4 MB'],
  [1_468_006, 'en', '1.4 MB'],
] as const)('%i bytes are shown in %s as %s', (bytes, language, shown) => {
  expect(sizeOf(bytes, language)).toBe(shown);
});
