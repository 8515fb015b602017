import type { ExpectedItem, ItemFound, TestReason } from './checks-test.js';

/** What no meeting by television bridge does without (TM-1a). */
export const vitalParts = ['camera', 'microphone', 'loudspeaker'] as const;
export type VitalPart = (typeof vitalParts)[number];

const reasonOf = {
  camera: 'noCamera',
  microphone: 'noMicrophone',
  loudspeaker: 'noLoudspeaker',
} as const satisfies Record<VitalPart, TestReason>;

type Found = Pick<ItemFound, 'key' | 'answer'>;
type Expected = Pick<ExpectedItem, 'key' | 'needed' | 'serves'>;

/**
 * Why what was ticked makes a site red (HB-8.2, TM-1b): something needed is not in order, or no device that serves the same
 * vital part is. A site that has none of a part is judged by sound and picture alone. The server decides by it, and a client
 * says so before sending.
 */
export function reasonsOfItems(items: readonly Found[], expected: readonly Expected[]): TestReason[] {
  const fine = new Set(items.filter(({ answer }) => answer === 'ok').map(({ key }) => key));
  const lacking = expected.some(({ key, needed }) => needed && !fine.has(key));
  const lost = vitalParts.filter((part) => {
    const devices = expected.filter(({ serves }) => serves.includes(part));
    return devices.length > 0 && !devices.some(({ key }) => fine.has(key));
  });
  return [...(lacking ? (['items'] as const) : []), ...lost.map((part) => reasonOf[part])];
}
