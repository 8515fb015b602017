import type { MaintenanceTask } from '@diemcau/contracts/meetings/maintenance';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { formatDayOf } from '../../../admin/dates/format';
import { useAct } from '../../../admin/forms/use-act';
import { Dialog } from '../../../admin/parts/Dialog';
import { Section } from '../../../admin/parts/Section';
import { type Column, DataTable } from '../../../admin/table/DataTable';
import classes from './equipment.module.css';
import { closeTask, equipmentKey, maintenanceKey, openTask, useTasks } from './queries';
import { useTexts } from './texts';

interface Props {
  readonly siteId?: string;
  /** Of the site; its tasks alone. */
  readonly deviceId?: string;
  readonly keeps: boolean;
}

/** What has to be mended: at one site, of one device, or at all that the caller sees. */
export function Tasks({ siteId, deviceId, keeps }: Props) {
  const t = useTexts();
  const list = useTasks({ siteId, deviceId });
  const [closing, setClosing] = useState<MaintenanceTask | null>(null);
  const [adding, setAdding] = useState(false);
  const columns: Column<MaintenanceTask>[] = [
    { key: 'what', title: t('what'), text: ({ what }) => what },
    ...(siteId ? [] : [{ key: 'site', title: t('site'), text: ({ siteName }: MaintenanceTask) => siteName }]),
    {
      key: 'since',
      title: t('openedAt'),
      text: ({ openedAt, source }) =>
        `${formatDayOf(openedAt)}${source === 'person' ? '' : ` · ${t(`from_${source}`)}`}`,
    },
    {
      key: 'close',
      title: t('act'),
      text: () => '',
      render: (task) =>
        keeps && (
          <Button variant="default" size="compact-md" onClick={() => setClosing(task)}>
            {t('closeTask')}
          </Button>
        ),
    },
  ];
  return (
    <Section
      title={t('tasks')}
      actions={
        keeps &&
        siteId && (
          <Button variant="default" size="compact-md" onClick={() => setAdding(true)}>
            {t('openTask')}
          </Button>
        )
      }
    >
      <DataTable
        label={t('tasks')}
        list={list}
        columns={columns}
        idOf={({ id }) => id}
        empty={<p className={classes.quiet}>{t('noTasks')}</p>}
      />
      {closing && <CloseDialog task={closing} onClose={() => setClosing(null)} />}
      {adding && siteId && (
        <OpenDialog siteId={siteId} deviceId={deviceId} onClose={() => setAdding(false)} />
      )}
    </Section>
  );
}

function CloseDialog({ task, onClose }: { task: MaintenanceTask; onClose: () => void }) {
  const t = useTexts();
  const [result, setResult] = useState('');
  const close = useAct(closeTask, {
    done: t('closed'),
    changes: [maintenanceKey, equipmentKey],
    after: onClose,
  });
  return (
    <Dialog
      opened
      title={task.what}
      onClose={onClose}
      act={t('closeTask')}
      onAct={() => close.mutate({ taskId: task.id, result: result.trim() })}
      busy={close.isPending}
      ready={result.trim() !== ''}
      error={close.error}
    >
      <TextInput
        label={t('closeTitle')}
        value={result}
        maxLength={500}
        onChange={(event) => setResult(event.currentTarget.value)}
        required
        data-autofocus
      />
    </Dialog>
  );
}

function OpenDialog({
  siteId,
  deviceId,
  onClose,
}: {
  siteId: string;
  deviceId: string | undefined;
  onClose: () => void;
}) {
  const t = useTexts();
  const [what, setWhat] = useState('');
  const open = useAct(openTask, {
    done: t('opened'),
    changes: [maintenanceKey, equipmentKey],
    after: onClose,
  });
  return (
    <Dialog
      opened
      title={t('openTask')}
      onClose={onClose}
      act={t('save')}
      onAct={() => open.mutate({ siteId, ...(deviceId && { deviceId }), what: what.trim() })}
      busy={open.isPending}
      ready={what.trim() !== ''}
      error={open.error}
    >
      <TextInput
        label={t('what')}
        value={what}
        maxLength={300}
        onChange={(event) => setWhat(event.currentTarget.value)}
        required
        data-autofocus
      />
    </Dialog>
  );
}
