import { SecretBox } from '@diemcau/service/secrets/secret-box';

const box = new SecretBox('a key for tests only, 32 characters and more');

test('what was sealed can be opened again, and looks different each time', () => {
  const [one, two] = [box.seal('totp 1', 'bí mật'), box.seal('totp 1', 'bí mật')];
  expect(box.open('totp 1', one)).toBe('bí mật');
  expect(one.equals(two)).toBe(false);
  expect(one.includes('bí mật')).toBe(false);
});

test.each([
  ['for another purpose', () => box.open('totp 2', box.seal('totp 1', 'x'))],
  [
    'with another key',
    () => new SecretBox('another key of 32 characters or more').open('a', box.seal('a', 'x')),
  ],
  ['changed in one bit', () => box.open('a', flipped(box.seal('a', 'x')))],
])('it does not open %s', (_, open) => {
  expect(open).toThrow();
});

function flipped(sealed: Buffer): Buffer {
  const copy = Buffer.from(sealed);
  copy.writeUInt8(copy.readUInt8(copy.length - 1) ^ 1, copy.length - 1);
  return copy;
}

test('what is derived follows from purpose and input, and from the key', () => {
  expect(box.derive('a', 'x')).toEqual(box.derive('a', 'x'));
  for (const other of [
    box.derive('b', 'x'),
    box.derive('a', 'y'),
    new SecretBox('another key of 32 characters or more').derive('a', 'x'),
  ]) {
    expect(other).not.toEqual(box.derive('a', 'x'));
  }
});
