const bytes = new Map(
  Array.from({ length: 128 }, (_, i) => i + 0x80).map((byte) => [
    new TextDecoder('windows-1258').decode(Uint8Array.of(byte)),
    byte,
  ]),
);

/** Letters with circumflex, breve or horn are whole there; tones are marks behind them. */
const halfComposed = (text: string): string =>
  text
    .normalize('NFD')
    .replace(
      /(\p{L})(\u0323?)([\u0302\u0306\u031B])/gu,
      (_, letter: string, dot: string, sign: string) => (letter + sign).normalize('NFC') + dot,
    );

/** Vietnamese as old Windows programs wrote it. @throws Error for a character that it does not have */
export const inWindows1258 = (text: string): Buffer =>
  Buffer.from(
    [...halfComposed(text)].map((character) => {
      const byte = character < '\u0080' ? character.charCodeAt(0) : bytes.get(character);
      if (byte === undefined) throw new Error(`windows-1258 has no ${character}`);
      return byte;
    }),
  );
