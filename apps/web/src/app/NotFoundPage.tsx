import { Anchor } from '@mantine/core';
import IconMapOff from '@tabler/icons-react/dist/esm/icons/IconMapOff.mjs';
import { Link } from '@tanstack/react-router';
import { PageFrame } from '../parts/PageFrame';
import { PageNote } from '../parts/PageNote';
import { useTexts } from './texts';

export function NotFoundPage() {
  const t = useTexts();
  return (
    <PageFrame>
      <PageNote icon={<IconMapOff size={36} />} title={t('notFound')}>
        <p>{t('notFoundText')}</p>
        <Anchor component={Link} to="/">
          {t('toHome')}
        </Anchor>
      </PageNote>
    </PageFrame>
  );
}
