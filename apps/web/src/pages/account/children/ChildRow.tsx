import type { ChildView } from '@diemcau/contracts/identity/guardians';
import { Button } from '@mantine/core';
import IconMoodKid from '@tabler/icons-react/dist/esm/icons/IconMoodKid.mjs';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDayOf } from '../../../admin/dates/format';
import { notify } from '../../../admin/notices/notices';
import { Dialog } from '../../../admin/parts/Dialog';
import { useTexts as useParentTexts } from '../../parent/texts';
import classes from '../AccountPage.module.css';
import { childrenQuery, unbindChild, withdrawConsent } from './queries';
import { useTexts } from './texts';

type Act = 'unbind' | 'withdraw';

export function ChildRow({ child }: { child: ChildView }) {
  const t = useTexts();
  const tp = useParentTexts();
  const [act, setAct] = useState<Act | null>(null);
  const { displayName, code, className, unitName, relation, consents } = child;
  const given = consents.find(({ withdrawnAt }) => withdrawnAt === null);
  const place = [...(className === null ? [] : [t('class', { name: className })]), unitName].join(', ');
  return (
    <li className={classes.row}>
      <IconMoodKid size={22} aria-hidden="true" />
      <div className={classes.rowText}>
        <div className={classes.rowName}>{code === null ? displayName : `${displayName} (${code})`}</div>
        <div className={classes.rowFacts}>{place}</div>
        <div className={classes.rowFacts}>
          {tp(`relation_${relation}`)} ·{' '}
          {given ? t('consentGiven', { at: formatDayOf(given.givenAt) }) : t('consentNone')}
        </div>
      </div>
      <div className={classes.rowTools}>
        {given && (
          <Button variant="subtle" size="compact-md" onClick={() => setAct('withdraw')}>
            {t('withdraw')}
          </Button>
        )}
        <Button variant="subtle" size="compact-md" color="red.8" onClick={() => setAct('unbind')}>
          {t('unbind')}
        </Button>
      </div>
      {act && <ActDialog child={child} act={act} onClose={() => setAct(null)} />}
    </li>
  );
}

interface ActProps {
  readonly child: ChildView;
  readonly act: Act;
  readonly onClose: () => void;
}

function ActDialog({ child, act, onClose }: ActProps) {
  const t = useTexts();
  const queries = useQueryClient();
  const name = child.displayName;
  const run = useMutation({
    mutationFn: async () => {
      if (act === 'unbind') await unbindChild(child.studentId);
      else await withdrawConsent(child.studentId);
    },
    onSuccess: async () => {
      await queries.invalidateQueries(childrenQuery());
      notify('done', t(act === 'unbind' ? 'unbound' : 'withdrawn', { name }));
      onClose();
    },
  });
  return (
    <Dialog
      opened
      danger
      title={t(act === 'unbind' ? 'unbindTitle' : 'withdrawTitle', { name })}
      act={t(act)}
      onAct={run.mutate}
      busy={run.isPending}
      error={run.error}
      onClose={onClose}
    >
      <p>{t(act === 'unbind' ? 'unbindText' : 'withdrawText')}</p>
    </Dialog>
  );
}
