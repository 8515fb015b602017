import type { UnitEvent } from '@diemcau/contracts/identity/unit-events';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { formatDay } from '../../../../admin/dates/format';
import { notify } from '../../../../admin/notices/notices';
import { Dialog } from '../../../../admin/parts/Dialog';
import { StateChip } from '../../../../admin/parts/StateChip';
import { useMay } from '../../../../admin/permissions';
import { cancelEvent } from '../queries';
import { useTexts } from '../texts';
import classes from '../units.module.css';

const tones = { planned: 'waiting', applied: 'good', cancelled: 'neutral' } as const;

/** One event: when, what, by which decision; a planned one can be cancelled. */
export function EventLine({ event }: { event: UnitEvent }) {
  const t = useTexts();
  const may = useMay();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const cancel = useMutation({
    mutationFn: () => cancelEvent(event.id),
    onSuccess: async () => {
      setAsking(false);
      notify('done', t('eventCancelled'));
      await client.invalidateQueries({ queryKey: ['admin', 'units'] });
    },
  });
  const { kind, state, unitId, unitName, decisionNumber, decisionDate, note, unitIds } = event;
  return (
    <li className={classes.line}>
      <div className={classes.lineHead}>
        <b>{formatDay(event.effectiveOn)}</b>
        <StateChip tone={tones[state]}>{t(`event_${state}`)}</StateChip>
      </div>
      <div>
        {t(kind)}:{' '}
        <Link to="/admin/units/$unitId" params={{ unitId }}>
          {unitName}
        </Link>
        {unitIds.length > 1 && ` ${t('andUnits', { n: unitIds.length - 1 })}`}
      </div>
      {decisionNumber && (
        <div className={classes.quiet}>
          {t('byDecision', { number: decisionNumber })}
          {decisionDate && ` ${t('ofDay', { day: formatDay(decisionDate) })}`}
        </div>
      )}
      {note && <div className={classes.quiet}>{note}</div>}
      {state === 'planned' && may('units.change') && (
        <Button variant="default" size="compact-sm" onClick={() => setAsking(true)}>
          {t('cancelEvent')}
        </Button>
      )}
      <Dialog
        opened={asking}
        title={t('cancelEventTitle', { what: `${t(kind)}: ${unitName}` })}
        onClose={() => setAsking(false)}
        act={t('cancelEvent')}
        onAct={cancel.mutate}
        busy={cancel.isPending}
        error={cancel.error}
        danger
      >
        <p>{t('cancelEventText')}</p>
      </Dialog>
    </li>
  );
}
