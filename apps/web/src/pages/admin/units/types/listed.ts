import type { UnitTypeView } from '@diemcau/contracts/identity/unit-types';
import { withoutAccents } from '../../../../i18n/without-accents';

interface How {
  readonly words: string;
  readonly language: 'vi' | 'en';
  /** `name`, `origin`; the other way round with a hyphen before it. */
  readonly sort: string | undefined;
}

/** The types as a list shows them; the server gives them all at once, and neither searches nor sorts. */
export function listed(
  types: readonly UnitTypeView[],
  { words, language, sort = 'name' }: How,
): UnitTypeView[] {
  const wanted = withoutAccents(words).split(' ').filter(Boolean);
  const order = new Intl.Collator(language);
  const name = ({ nameVi, nameEn }: UnitTypeView) => (language === 'vi' ? nameVi : nameEn);
  const byName = (one: UnitTypeView, other: UnitTypeView) => order.compare(name(one), name(other));
  const own = ({ provinceId }: UnitTypeView) => (provinceId === null ? 0 : 1);
  const turn = sort.startsWith('-') ? -1 : 1;
  return types
    .filter(({ nameVi, nameEn }) => {
      const text = withoutAccents(`${nameVi} ${nameEn}`);
      return wanted.every((word) => text.includes(word));
    })
    .toSorted((one, other) =>
      sort.endsWith('origin')
        ? turn * (own(one) - own(other)) || byName(one, other)
        : turn * byName(one, other),
    );
}
