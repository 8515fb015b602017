import type { ConsentText } from '@diemcau/contracts/identity/consents';
import { Checkbox } from '@mantine/core';
import { currentLanguage } from '../../i18n/language';
import classes from './ParentPage.module.css';
import { useTexts } from './texts';

interface Props {
  readonly consent: ConsentText;
  readonly agreed: boolean;
  readonly onChange: (agreed: boolean) => void;
}

/** The text in full, to be read before agreeing. */
export function ConsentField({ consent, agreed, onChange }: Props) {
  const t = useTexts();
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and the keyboard must reach it */}
      <div className={classes.consent} tabIndex={0} role="region" aria-label={t('consentTitle')}>
        {consent[currentLanguage()]}
      </div>
      <Checkbox
        label={t('agree')}
        checked={agreed}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </>
  );
}
