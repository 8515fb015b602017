import type { Series } from '@diemcau/contracts/meetings/series';
import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { DayField } from '../../../admin/dates/DayField';
import { today } from '../../../admin/dates/format';
import { useAct } from '../../../admin/forms/use-act';
import { Dialog } from '../../../admin/parts/Dialog';
import { approveSeries, endSeries, removeSeries, seriesChanges } from './queries';
import { useTexts } from './texts';

/** Approve, end, remove: what the caller may do with it as it is now. */
export function SeriesActs({ series }: { series: Series }) {
  const t = useTexts();
  const [open, setOpen] = useState<'end' | 'remove' | null>(null);
  const approve = useAct(approveSeries, { done: t('approved'), changes: seriesChanges });
  const close = () => setOpen(null);
  return (
    <>
      {series.changeable && series.state === 'draft' && !series.frozen && (
        <Button variant="default" onClick={() => setOpen('remove')}>
          {t('removeSeries')}
        </Button>
      )}
      {series.changeable && series.state === 'active' && (
        <Button variant="default" onClick={() => setOpen('end')}>
          {t('end')}
        </Button>
      )}
      {series.approvable && (
        <Button loading={approve.isPending} onClick={() => approve.mutate(series)}>
          {t('approve')}
        </Button>
      )}
      {open === 'end' && <EndDialog series={series} onClose={close} />}
      {open === 'remove' && <RemoveDialog series={series} onClose={close} />}
    </>
  );
}

interface DialogProps {
  readonly series: Series;
  readonly onClose: () => void;
}

function EndDialog({ series, onClose }: DialogProps) {
  const t = useTexts();
  const [day, setDay] = useState<string | null>(today());
  const end = useAct(endSeries, { done: t('ended'), changes: seriesChanges, after: onClose });
  return (
    <Dialog
      opened
      danger
      title={t('endTitle')}
      act={t('endAct')}
      ready={day !== null}
      onAct={() => day && end.mutate({ seriesId: series.id, version: series.version, untilDay: day })}
      busy={end.isPending}
      error={end.error}
      onClose={onClose}
    >
      <p>{t('endText')}</p>
      <DayField label={t('endDay')} value={day} onChange={setDay} required />
    </Dialog>
  );
}

function RemoveDialog({ series, onClose }: DialogProps) {
  const t = useTexts();
  const navigate = useNavigate();
  const remove = useAct(removeSeries, {
    done: t('removed'),
    changes: seriesChanges,
    after: () => void navigate({ to: '/work/series', ignoreBlocker: true }),
  });
  return (
    <Dialog
      opened
      danger
      title={t('removeTitle', { title: series.title })}
      act={t('removeSeries')}
      onAct={() => remove.mutate(series.id)}
      busy={remove.isPending}
      error={remove.error}
      onClose={onClose}
    >
      <p>{t('removeText')}</p>
    </Dialog>
  );
}
