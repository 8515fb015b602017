import { PageHead } from '../../admin/parts/PageHead';
import { useTexts } from './texts';

/** What waits for the caller today. */
export function TodayPage() {
  const t = useTexts();
  return <PageHead title={t('title')} lead={t('lead')} />;
}
