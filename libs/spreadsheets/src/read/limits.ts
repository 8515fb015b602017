/** What a table may cost; beyond it a file is refused, before or while it is read. */
export const limits = {
  /** Of the file as sent. */
  fileBytes: 30 * 1024 * 1024,
  /** Parts inside an .xlsx; Excel makes some 20. */
  zipEntries: 2_000,
  /** Of all parts of an .xlsx together, unpacked. 100,000 rows of 20 columns take some 80 MiB. */
  unpackedBytes: 300 * 1024 * 1024,
  /** Unpacked over packed, of a part larger than 1 MiB. Spreadsheets reach some 30; deflate ends at 1032. */
  ratio: 200,
  ratioFromBytes: 1024 * 1024,
  columns: 100,
  cellChars: 2_000,
  rows: 100_000,
  sharedStrings: 1_000_000,
  /** UTF-16 units of all shared strings together. */
  sharedChars: 24_000_000,
  /** Between two tags of a part's XML; nothing of ours needs more. */
  xmlSilence: 1_000_000,
  xmlDepth: 64,
} as const;
