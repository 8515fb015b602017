import { isPermission, usePermissionWords } from '../../../admin/permission-words';
import { currentLanguage } from '../../../i18n/language';
import type { DataKindView } from '@diemcau/contracts/identity/privacy';
import classes from './privacy.module.css';
import { useTexts } from './texts';

/** Kinds of data: why they are kept, on what basis, who sees them, how long. */
export function KindsTable({ kinds }: { kinds: readonly DataKindView[] }) {
  const t = useTexts();
  const wordsOf = usePermissionWords();
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
        {kinds.map((kind) => {
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
