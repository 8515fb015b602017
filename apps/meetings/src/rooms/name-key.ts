import { folded } from '@diemcau/contracts/core/folded';

/** Usual abbreviations of Vietnam's education offices, folded, and what they stand for. */
const abbreviations: Readonly<Record<string, string>> = {
  bgd: 'bo giao duc',
  bgddt: 'bo giao duc dao tao',
  dt: 'dao tao',
  dtnt: 'dan toc noi tru',
  gd: 'giao duc',
  gddt: 'giao duc dao tao',
  gdnn: 'giao duc nghe nghiep',
  gdtx: 'giao duc thuong xuyen',
  htcd: 'hoc tap cong dong',
  mn: 'mam non',
  pgd: 'phong giao duc',
  pgddt: 'phong giao duc dao tao',
  pt: 'pho thong',
  ptcs: 'pho thong co so',
  ptdtbt: 'pho thong dan toc ban tru',
  ptdtnt: 'pho thong dan toc noi tru',
  sgd: 'so giao duc',
  sgddt: 'so giao duc dao tao',
  th: 'tieu hoc',
  thcs: 'trung hoc co so',
  thpt: 'trung hoc pho thong',
  tp: 'thanh pho',
  tr: 'truong',
  tt: 'trung tam',
  ttgdnn: 'trung tam giao duc nghe nghiep',
  ttgdtx: 'trung tam giao duc thuong xuyen',
  tthtcd: 'trung tam hoc tap cong dong',
  tx: 'thi xa',
  ubnd: 'uy ban nhan dan',
};

export const isAbbreviation = (foldedWord: string): boolean => foldedWord in abbreviations;

/** The words of a name, folded, without punctuation. */
export const wordsOf = (name: string): string[] =>
  folded(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** Said or left out as one likes: «Trường THPT …», «huyện Như Xuân», «Giáo dục và Đào tạo». */
const optional = /^truong (?=\S)|\b(va|huyen|thi xa|thi tran|thanh pho) (?=\S)/g;

/**
 * What makes two spellings the same name: accents, case, spaces, punctuation, abbreviations and words that may be left
 * out do not count. «TT GDTX Như Xuân», «TRUNG TÂM GIÁO DỤC THƯỜNG XUYÊN HUYỆN NHƯ XUÂN» → one key.
 */
export const nameKey = (name: string): string =>
  wordsOf(name)
    .map((word) => abbreviations[word] ?? word)
    .join(' ')
    .replace(optional, '');
