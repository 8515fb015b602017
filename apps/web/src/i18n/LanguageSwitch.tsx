import { Button } from '@mantine/core';
import { changeLanguage, currentLanguage } from './language';
import { useTranslation } from 'react-i18next';

/** One press to the other language; written in the language it leads to, so that who needs it can read it. */
export function LanguageSwitch() {
  useTranslation();
  const next = currentLanguage() === 'vi' ? 'en' : 'vi';
  return (
    <Button variant="subtle" size="compact-md" lang={next} onClick={() => void changeLanguage(next)}>
      {next === 'en' ? 'English' : 'Tiếng Việt'}
    </Button>
  );
}
