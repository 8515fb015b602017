import { i18n } from './language';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

export type Values = Record<string, string | number>;
export type Texts<Key extends string> = (key: Key, values?: Values) => string;

/**
 * The texts of one folder, in both languages side by side; gives the hook that reads them.
 * A key that one language lacks does not compile. `{{name}}` marks a value; `{{n}}` counts: where English says one thing
 * otherwise than several, those words are at `key_one`.
 */
export function textsOf<const Vi extends Record<string, string>>(
  namespace: string,
  vi: Vi,
  en: Record<keyof Vi, string> & { readonly [Key in keyof Vi & string as `${Key}_one`]?: string },
): () => Texts<keyof Vi & string> {
  i18n.addResourceBundle('vi', namespace, vi);
  i18n.addResourceBundle('en', namespace, en);
  return function useTexts() {
    const { t } = useTranslation(namespace);
    return useMemo(() => (key: string, values) => t(key, { ...countOf(values), ...values }), [t]);
  };
}

/** Counts come as numbers, or as they are written; `1` is written the same in both languages. */
const countOf = (values: Values | undefined) =>
  values?.['n'] === undefined ? {} : { count: Number(values['n']) };
