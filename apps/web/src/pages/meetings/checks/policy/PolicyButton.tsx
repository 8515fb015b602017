import { Button } from '@mantine/core';
import { useState } from 'react';
import { PolicyDialog } from './PolicyDialog';
import { useTexts } from './texts';

/** Opens the rules of checking; for those who manage checks anywhere. */
export function PolicyButton() {
  const t = useTexts();
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        {t('open')}
      </Button>
      {opened && <PolicyDialog onClose={() => setOpened(false)} />}
    </>
  );
}
