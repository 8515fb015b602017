import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';

export const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];

const storageKey = 'diemcau.language';

/** Vietnamese unless this browser chose otherwise before. */
function rememberedLanguage(): Language {
  try {
    return localStorage.getItem(storageKey) === 'en' ? 'en' : 'vi';
  } catch {
    return 'vi'; // storage is switched off
  }
}

// At import, so that the folders' texts find the store ready when they register themselves.
export const i18n = createInstance();
void i18n.use(initReactI18next).init({
  lng: rememberedLanguage(),
  fallbackLng: 'vi',
  resources: {},
  initAsync: false,
  interpolation: { escapeValue: false },
});
document.documentElement.lang = rememberedLanguage();

export const currentLanguage = (): Language => (i18n.language === 'en' ? 'en' : 'vi');

export async function changeLanguage(language: Language): Promise<void> {
  await i18n.changeLanguage(language);
  document.documentElement.lang = language;
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // The choice then lasts as long as the page.
  }
}

// Chosen in one tab, it holds in the others: a page in two languages at once helps nobody.
addEventListener('storage', ({ key }) => {
  if (key === storageKey && rememberedLanguage() !== currentLanguage()) {
    void changeLanguage(rememberedLanguage());
  }
});
