/** Without letters and digits that look alike: 31 of them. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
const length = 12;

/** `k7mq-x2rt-9bnd`: 59 bits, easy to copy from paper. @param bytes 32 uniformly random ones */
export function initialSecretFrom(bytes: Buffer): string {
  let rest = BigInt(`0x${bytes.toString('hex')}`);
  const letters = Array.from({ length }, () => {
    const letter = alphabet[Number(rest % BigInt(alphabet.length))];
    rest /= BigInt(alphabet.length);
    return letter;
  });
  return [0, 4, 8].map((at) => letters.slice(at, at + 4).join('')).join('-');
}

/** As somebody types it from paper: in capitals, with other or no hyphens. */
export const typedInitialSecret = (typed: string): string => {
  const letters = typed.toLowerCase().replace(/[^a-z0-9]/g, '');
  return [0, 4, 8].map((at) => letters.slice(at, at + 4)).join('-') + letters.slice(length);
};
