import { body } from '@diemcau/client/rest';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { rest } from '../../api/rest';
import { currentLanguage } from '../../i18n/language';

/** The types of units: names in the reader's language, and which may lie under which. */
export function useUnitTypes() {
  useTranslation();
  const language = currentLanguage();
  const { data } = useQuery({
    queryKey: ['admin', 'unit-types'],
    queryFn: () => body(rest.GET('/api/v1/unit-types')),
    staleTime: 300_000,
  });
  return useMemo(() => {
    const types = data?.items ?? [];
    const byKey = new Map(types.map((type) => [type.key, type]));
    const nameOf = (key: string): string => {
      const type = byKey.get(key);
      return type ? (language === 'vi' ? type.nameVi : type.nameEn) : key;
    };
    return {
      types,
      nameOf,
      options: types.map(({ key }) => ({ value: key, label: nameOf(key) })),
      mayLieUnder: (type: string, above: string): boolean => byKey.get(type)?.under.includes(above) ?? false,
      mayHaveChildren: (type: string): boolean => types.some(({ under }) => under.includes(type)),
    };
  }, [data, language]);
}
