import { Button } from '@mantine/core';
import IconUserQuestion from '@tabler/icons-react/dist/esm/icons/IconUserQuestion.mjs';
import { useState } from 'react';
import { PageHead } from '../../../admin/parts/PageHead';
import { Section } from '../../../admin/parts/Section';
import { useMay } from '../../../admin/permissions';
import { Kinds } from './Kinds';
import { NewRequestDialog } from './NewRequestDialog';
import { Requests } from './Requests';
import { useTexts } from './texts';

/** Personal data by Law 91/2025/QH15: who asked for what, until when it must be answered, and what is kept at all. */
export function PrivacyPage() {
  const t = useTexts();
  const may = useMay();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')}>
        {may('privacy.manage') && (
          <Button
            leftSection={<IconUserQuestion size={18} aria-hidden="true" />}
            onClick={() => setAsking(true)}
          >
            {t('newRequest')}
          </Button>
        )}
      </PageHead>
      <Section title={t('requests')}>
        <Requests />
      </Section>
      <Section title={t('kinds')}>
        <Kinds />
      </Section>
      {asking && <NewRequestDialog onClose={() => setAsking(false)} />}
    </>
  );
}
