import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Facts } from '../../../admin/parts/Facts';
import { Trouble } from '../../../admin/parts/Trouble';
import { currentLanguage } from '../../../i18n/language';
import { kindsQuery } from './queries';
import { useTexts } from './texts';

/** What is kept about people here, why, for how long and who sees it; folded, since it is long. */
export function KindsList() {
  const t = useTexts();
  const [open, setOpen] = useState(false);
  const { data, error, refetch } = useQuery({ ...kindsQuery(), enabled: open });
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)} style={{ marginTop: '0.75rem' }}>
      <summary>{t('kinds')}</summary>
      <Trouble error={data ? null : error} onRetry={refetch} />
      {data?.items.map((kind) => {
        const words = kind[currentLanguage()];
        return (
          <div key={kind.kind} style={{ marginTop: '1rem' }}>
            <h3 style={{ margin: '0 0 0.4rem', fontSize: '1rem' }}>{words.title}</h3>
            <Facts
              of={[
                [t('purpose'), words.purpose],
                [t('basis'), words.legalBasis],
                [t('seenBy'), words.seenBy],
                [
                  t('until'),
                  kind.days === null ? t(`until_${kind.until}`) : t('untilDays', { n: kind.days }),
                ],
              ]}
            />
          </div>
        );
      })}
    </details>
  );
}
