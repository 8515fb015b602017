/** VNI Windows: a mark of its own follows the plain letter: «Nguyeãn Vaên» for «Nguyễn Văn». */
const marks: Readonly<Record<string, string>> = {
  ù: '\u0301',
  ø: '\u0300',
  û: '\u0309',
  õ: '\u0303',
  ï: '\u0323',
  â: '\u0302',
  á: '\u0302\u0301',
  à: '\u0302\u0300',
  å: '\u0302\u0309',
  ã: '\u0302\u0303',
  ä: '\u0302\u0323',
  ê: '\u0306',
  é: '\u0306\u0301',
  è: '\u0306\u0300',
  ú: '\u0306\u0309',
  ü: '\u0306\u0303',
  ë: '\u0306\u0323',
};
/** Letters with a code of their own; the first two take marks of tone. */
const whole: Readonly<Record<string, string>> = {
  ô: 'ơ',
  ö: 'ư',
  ñ: 'đ',
  í: 'í',
  ì: 'ì',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  î: 'ỵ',
};

/** Null when a character has no meaning in VNI, or a mark follows no letter. */
export function fromVni(text: string): string | null {
  let converted = '';
  for (const character of text) {
    if (character < '\u0080') {
      converted += character;
      continue;
    }
    const small = character.toLowerCase();
    const isCapital = small !== character;
    const letter = whole[small];
    const mark = marks[small];
    if (letter !== undefined) converted += isCapital ? letter.toUpperCase() : letter;
    else if (mark !== undefined && /[aeouyơư]$/i.test(converted)) converted += mark;
    else return null;
  }
  return converted.normalize('NFC');
}
