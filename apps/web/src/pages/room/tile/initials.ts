/** Words that say what kind of unit it is, not which: «Trường THPT Như Xuân» is NX. */
const kinds = new Set([
  'trường',
  'trung',
  'tâm',
  'phòng',
  'sở',
  'thpt',
  'thcs',
  'gdtx',
  'gdđt',
  'gd&đt',
  'th',
]);

/** Up to two letters by which a unit or person is told from others. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s\-–,.()]+/u).filter((word) => /^\p{L}/u.test(word));
  const telling = words.filter((word) => !kinds.has(word.toLocaleLowerCase('vi')));
  const chosen = (telling.length > 0 ? telling : words).slice(-2);
  return chosen.map((word) => [...word][0]?.toLocaleUpperCase('vi') ?? '').join('');
}
