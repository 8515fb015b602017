import type { MaintenanceSchedule } from '@diemcau/contracts/meetings/maintenance';
import { Button, Group } from '@mantine/core';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import IconTool from '@tabler/icons-react/dist/esm/icons/IconTool.mjs';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { formatDay } from '../../../admin/dates/format';
import { Back } from '../../../admin/parts/Back';
import { Empty } from '../../../admin/parts/Empty';
import { PageHead } from '../../../admin/parts/PageHead';
import { useAdmin, useMay, useMayOn } from '../../../admin/permissions';
import { type Column, DataTable } from '../../../admin/table/DataTable';
import { AddDialog } from './AddDialog';
import { ApplyDialog } from './ApplyDialog';
import { EndDialog } from './EndDialog';
import { useKindSchedules } from './queries';
import { useTexts } from './texts';

/** What every device of a kind is maintained by (HB-6). */
export function KindsPage() {
  const t = useTexts();
  const { provinceId } = useAdmin();
  const keeps = useMay()('sites.write');
  const configures = useMayOn()('sites.configure', [provinceId]);
  const list = useKindSchedules();
  const [adding, setAdding] = useState(false);
  const [applying, setApplying] = useState<MaintenanceSchedule | null>(null);
  const [ending, setEnding] = useState<MaintenanceSchedule | null>(null);
  const columns: Column<MaintenanceSchedule>[] = [
    { key: 'kind', title: t('kind'), text: ({ itemName }) => itemName },
    { key: 'what', title: t('what'), text: ({ what }) => what },
    {
      key: 'every',
      title: t('every'),
      text: ({ everyMonths }) => t('months', { n: everyMonths }),
      short: true,
    },
    { key: 'from', title: t('startsOn'), text: ({ startsOn }) => formatDay(startsOn), short: true },
    ...(keeps
      ? [
          {
            key: 'acts',
            title: t('acts'),
            text: () => '',
            render: (schedule: MaintenanceSchedule) => (
              <Group gap="xs">
                <Button variant="default" size="compact-md" onClick={() => setApplying(schedule)}>
                  {t('apply')}
                </Button>
                {configures && (
                  <Button
                    variant="subtle"
                    color="red.9"
                    size="compact-md"
                    onClick={() => setEnding(schedule)}
                  >
                    {t('end')}
                  </Button>
                )}
              </Group>
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      <Back>
        <Link to="/work/maintenance">{t('back')}</Link>
      </Back>
      <PageHead title={t('title')} lead={t('lead')}>
        {configures && (
          <Button leftSection={<IconPlus size={20} aria-hidden="true" />} onClick={() => setAdding(true)}>
            {t('add')}
          </Button>
        )}
      </PageHead>
      <DataTable
        label={t('title')}
        list={list}
        columns={columns}
        idOf={({ id }) => id}
        empty={
          <Empty icon={IconTool} title={t('none')}>
            <p>{t('noneText')}</p>
          </Empty>
        }
      />
      {ending && <EndDialog schedule={ending} onClose={() => setEnding(null)} />}
      {adding && <AddDialog onClose={() => setAdding(false)} />}
      {applying && (
        <ApplyDialog schedule={applying} configures={configures} onClose={() => setApplying(null)} />
      )}
    </>
  );
}
