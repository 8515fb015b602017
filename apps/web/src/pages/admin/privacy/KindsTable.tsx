import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { DataKindView } from '@diemcau/contracts/identity/privacy';
import { isPermission, usePermissionWords } from '../../../admin/permission-words';
import { Trouble } from '../../../admin/parts/Trouble';
import { currentLanguage } from '../../../i18n/language';
import { kindsQuery } from '../../account/personal/queries';
import classes from './privacy.module.css';
import { useTexts } from './texts';

/** The register of what is kept about people: why, on what basis, who sees it, how long. */
export function KindsTable() {
  const t = useTexts();
  const wordsOf = usePermissionWords();
  const { data, error, refetch } = useQuery(kindsQuery());
  if (error && !data) return <Trouble error={error} onRetry={refetch} />;
  if (!data) return <Skeleton height={300} aria-hidden="true" />;
  const readable = (text: string): string =>
    text.replace(/[«`]([a-z]+\.[a-z]+)[»`]/g, (quoted, name: string) =>
      isPermission(name) ? `“${wordsOf(name)}”` : quoted,
    );
  const keptOf = ({ days, until }: DataKindView): string =>
    days === null ? t(`until_${until}`) : t('untilDays', { n: days });
  return (
    <table className={classes.kinds}>
      <thead>
        <tr>
          <th>{t('what')}</th>
          <th>{t('purpose')}</th>
          <th>{t('seenBy')}</th>
          <th>{t('kept')}</th>
        </tr>
      </thead>
      <tbody>
        {data.items.map((kind) => {
          const words = kind[currentLanguage()];
          return (
            <tr key={kind.kind}>
              <th scope="row">{words.title}</th>
              <td data-title={t('purpose')}>
                {words.purpose}
                <div className={classes.basis}>{words.legalBasis}</div>
              </td>
              <td data-title={t('seenBy')}>{readable(words.seenBy)}</td>
              <td data-title={t('kept')}>{keptOf(kind)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
