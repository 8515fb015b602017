/**
 * TCVN 5712:1993, third form: what the ABC fonts (`.VnTime`) show. In a Unicode file the text stands as the Latin-1
 * characters of its bytes: «NguyÔn V¨n» for «Nguyễn Văn». Capital fonts (`.VnTimeH`) use the same codes for capitals.
 */
const rows: readonly (readonly [first: number, letters: string])[] = [
  [0xa1, 'ĂÂÊÔƠƯĐăâêôơưđ'],
  [0xb5, 'àảãáạ'],
  [0xbb, 'ằẳẵắ'],
  [0xc6, 'ặầẩẫấậè'],
  [0xce, 'ẻẽéẹềểễếệìỉ'],
  [0xdc, 'ĩíịò'],
  [0xe1, 'ỏõóọồổỗốộờởỡớợù'],
  [0xf1, 'ủũúụừửữứựỳỷỹýỵ'],
];

const letters = new Map(
  rows.flatMap(([first, text]) =>
    [...text].map((letter, i): [string, string] => [String.fromCharCode(first + i), letter]),
  ),
);

/** Null when a character has no meaning in TCVN3. */
export function fromTcvn3(text: string): string | null {
  let converted = '';
  for (const character of text) {
    const letter = character < '\u0080' ? character : letters.get(character);
    if (letter === undefined) return null;
    converted += letter;
  }
  return converted;
}
