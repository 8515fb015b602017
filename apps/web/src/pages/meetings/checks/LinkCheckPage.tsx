import '../../../admin/styles';
import IconLinkOff from '@tabler/icons-react/dist/esm/icons/IconLinkOff.mjs';
import { Problem } from '@diemcau/client/problem';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { PageFrame } from '../../../parts/PageFrame';
import { PageNote } from '../../../parts/PageNote';
import classes from './checks.module.css';
import { OwnCheck } from './OwnCheck';
import { doorOfLink } from './queries';
import { useTexts } from './texts';

const refused = (error: unknown): boolean =>
  error instanceof Problem && (error.code === 'checks.linkInvalid' || error.code === 'common.signInNeeded');

/** From a mail: `/check#<signed link>`. What follows # never leaves the browser by itself. */
export function LinkCheckPage() {
  const t = useTexts();
  const token = location.hash.slice(1);
  const door = useMemo(() => doorOfLink(token || 'none'), [token]);
  const { error } = useQuery({ queryKey: door.key, queryFn: door.look, retry: false });
  return (
    <PageFrame>
      {token === '' || refused(error) ? (
        <PageNote icon={<IconLinkOff size={36} />} title={t('linkOver')} live>
          <p>{t('linkOverText')}</p>
        </PageNote>
      ) : (
        <div className={classes.alone}>
          <OwnCheck door={door} />
        </div>
      )}
    </PageFrame>
  );
}
