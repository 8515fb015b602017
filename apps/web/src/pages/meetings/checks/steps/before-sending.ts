import type { VitalPart } from '@diemcau/contracts/meetings/catalogue';
import type { ExpectedItem, ItemFound, TestReason } from '@diemcau/contracts/meetings/checks-test';

const reasonOf = {
  camera: 'noCamera',
  microphone: 'noMicrophone',
  loudspeaker: 'noLoudspeaker',
} as const satisfies Record<VitalPart, TestReason>;
const parts = ['camera', 'microphone', 'loudspeaker'] as const satisfies readonly VitalPart[];

/** For what is ticked the server will call the site red, so that its operator knows before sending. The verdict is the server's. */
export function redFor(items: readonly ItemFound[], expected: readonly ExpectedItem[]): TestReason[] {
  const fine = new Set(items.filter(({ answer }) => answer === 'ok').map(({ key }) => key));
  const missing = expected.some(({ key, needed }) => needed && !fine.has(key));
  const lost = parts.filter((part) => {
    const devices = expected.filter(({ serves }) => serves.includes(part));
    return devices.length > 0 && !devices.some(({ key }) => fine.has(key));
  });
  return [...(missing ? (['items'] as const) : []), ...lost.map((part) => reasonOf[part])];
}
