import type { ExpectedItem, ItemFound, ItemKept } from '@diemcau/contracts/meetings/checks-test';

/** Each expected item once, and nothing else. */
export function answersAll(
  items: readonly { readonly key: string }[],
  expected: readonly ExpectedItem[],
): boolean {
  const keys = new Set(items.map(({ key }) => key));
  return (
    keys.size === items.length &&
    items.length === expected.length &&
    expected.every(({ key }) => keys.has(key))
  );
}

/** As they are kept: a device may be called otherwise, or be elsewhere, tomorrow. */
export function namedItems(items: readonly ItemFound[], expected: readonly ExpectedItem[]): ItemKept[] {
  const names = new Map(expected.map(({ key, name }) => [key, name]));
  return items.map((item) => ({ ...item, name: names.get(item.key) ?? null }));
}

/** What is to be mended, in the words of a maintenance task. @param words of what is not a device */
export function faultOf({ name, answer, note }: ItemKept, words = ''): string {
  const what =
    name === null ? words : `${name}: ${answer === 'absent' ? 'không có tại điểm cầu' : 'bị hỏng'}`;
  return note ? `${what} – ${note}` : what;
}
