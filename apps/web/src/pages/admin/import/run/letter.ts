/** 1 → A, 26 → Z, 27 → AA: columns as spreadsheets name them. */
export function letterOf(column: number): string {
  const before = Math.floor((column - 1) / 26);
  const letter = String.fromCodePoint(65 + ((column - 1) % 26));
  return before === 0 ? letter : letterOf(before) + letter;
}
