import { useTranslation } from 'react-i18next';

/** For words that come from the server in both languages. */
export function useLanguage(): 'vi' | 'en' {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? 'en' : 'vi';
}
