import { i18n } from './language';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

export type Values = Record<string, string | number>;
export type Texts<Key extends string> = (key: Key, values?: Values) => string;

/**
 * The texts of one folder, in both languages side by side; gives the hook that reads them.
 * A key that one language lacks does not compile. `{{name}}` marks a value.
 */
export function textsOf<const Vi extends Record<string, string>>(
  namespace: string,
  vi: Vi,
  en: Record<keyof Vi, string>,
): () => Texts<keyof Vi & string> {
  i18n.addResourceBundle('vi', namespace, vi);
  i18n.addResourceBundle('en', namespace, en);
  return function useTexts() {
    const { t } = useTranslation(namespace);
    return useMemo(() => (key: string, values) => t(key, { ...values }), [t]);
  };
}
