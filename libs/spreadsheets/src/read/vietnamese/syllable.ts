/** Tone marks; circumflex, breve and horn belong to the letter. */
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

const onset = '(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnpqrstvxwfzj])?';
const nucleus =
  '(?:uyê|uya|uyu|iêu|yêu|ươi|ươu|uôi|oai|oay|oao|oeo|uây|' +
  'ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|yê|oa|oă|oe|oi|ôi|ơi|oo|ua|uâ|uê|ui|uô|uơ|uy|ưa|ươ|ưi|ưu|ue|' +
  '[aăâeêioôơuưy])';
const coda = '(?:ch|nh|ng|c|k|m|n|p|t)?';
const syllable = new RegExp(`^${onset}${nucleus}${coda}$`, 'u');

/** Can a Vietnamese word be written so? Whatever its case; borrowed and minority names may fail. */
export function isSyllable(word: string): boolean {
  const decomposed = word.toLowerCase().normalize('NFD');
  const bare = decomposed.replace(tones, '');
  return decomposed.length - bare.length <= 1 && syllable.test(bare.normalize('NFC'));
}

/** All small, all capital, or small with a capital first: what Unicode text looks like, and converted fonts do not. */
export const hasOrdinaryCase = (word: string): boolean => {
  const rest = word.slice(1);
  return rest === rest.toLowerCase() || word === word.toUpperCase();
};
