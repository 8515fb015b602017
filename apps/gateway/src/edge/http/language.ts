export type Language = 'vi' | 'en';

interface Wish {
  readonly tag: string;
  readonly weight: number;
}

function wishOf(part: string): Wish {
  const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim());
  const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  return { tag: tag.toLowerCase(), weight: weight === undefined ? 1 : Number(weight) || 0 };
}

/** The first of Vietnamese and English in the caller's wishes (Accept-Language, RFC 9110 12.5.4); Vietnamese unless told. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const wishes = (acceptLanguage ?? '')
    .slice(0, 200)
    .split(',')
    .map(wishOf)
    .filter(({ tag, weight }) => weight > 0 && /^(vi|en)\b/.test(tag));
  const [first] = wishes.sort((a, b) => b.weight - a.weight);
  return first?.tag.startsWith('en') ? 'en' : 'vi';
}
