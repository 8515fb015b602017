import { PageHead } from '../../../admin/parts/PageHead';
import { Section } from '../../../admin/parts/Section';
import { ImportList } from './ImportList';
import { StartImport } from './start/StartImport';
import { useTexts } from './texts';

/** Bulk provisioning (TE-3a, TE-3b): a new import, and those of before to be found again. */
export function ImportPage() {
  const t = useTexts();
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <StartImport />
      <Section title={t('earlier')}>
        <ImportList />
      </Section>
    </>
  );
}
