import type { ReportLine } from '@diemcau/contracts/meetings/reports';
import { Button, NumberInput } from '@mantine/core';
import IconFileReport from '@tabler/icons-react/dist/esm/icons/IconFileReport.mjs';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { formatDayOf, today } from '../../admin/dates/format';
import { useAct } from '../../admin/forms/use-act';
import { Dialog } from '../../admin/parts/Dialog';
import { Empty } from '../../admin/parts/Empty';
import { PageHead } from '../../admin/parts/PageHead';
import { useMay } from '../../admin/permissions';
import { type Column, DataTable } from '../../admin/table/DataTable';
import { FilterSelect } from '../../admin/table/FilterSelect';
import { ListTools } from '../../admin/table/ListTools';
import { UnitFilter } from '../../admin/table/UnitFilter';
import { UnitPicker } from '../../admin/units/UnitPicker';
import { makeReport, reportsKey, useReports } from './queries';
import { reportStates, ReportStateChip } from './ReportStateChip';
import { useTexts } from './texts';

const thisYear = (): number => Number(today().slice(0, 4));

/** Year-end reports of the units that the caller sees (HB-11.4). */
export function ReportsPage() {
  const t = useTexts();
  const may = useMay();
  const list = useReports();
  const navigate = useNavigate();
  const [making, setMaking] = useState(false);
  const columns: Column<ReportLine>[] = [
    { key: 'unit', title: t('unit'), text: ({ unitName }) => unitName },
    { key: 'year', title: t('year'), text: ({ year }) => String(year), short: true },
    {
      key: 'state',
      title: t('state'),
      text: ({ state }) => t(`state_${state}`),
      render: ({ state }) => <ReportStateChip state={state} />,
    },
    {
      key: 'submitted',
      title: t('submittedAt'),
      text: ({ submittedAt }) => (submittedAt ? formatDayOf(submittedAt) : '–'),
      short: true,
    },
  ];
  const open = (reportId: string) => void navigate({ to: '/work/reports/$reportId', params: { reportId } });
  const years = Array.from({ length: 6 }, (_, i) => String(thisYear() - i));
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')}>
        <Button variant="default" renderRoot={(props) => <Link to="/work/roll-up" {...props} />}>
          {t('rollUp')}
        </Button>
        {may('reports.write') && (
          <Button leftSection={<IconPlus size={20} aria-hidden="true" />} onClick={() => setMaking(true)}>
            {t('make')}
          </Button>
        )}
      </PageHead>
      <ListTools list={list} search={t('search')}>
        <UnitFilter list={list} label={t('unitFilter')} />
        <FilterSelect
          list={list}
          name="year"
          label={t('year')}
          options={years.map((value) => ({ value, label: value }))}
        />
        <FilterSelect
          list={list}
          name="state"
          label={t('state')}
          options={reportStates.map((value) => ({ value, label: t(`state_${value}`) }))}
        />
      </ListTools>
      <DataTable
        label={t('title')}
        list={list}
        columns={columns}
        idOf={({ id }) => id}
        linkTo={({ id }) => ({ to: '/work/reports/$reportId', params: { reportId: id } })}
        empty={
          <Empty icon={IconFileReport} title={t('noneTitle')}>
            <p>{t('noneText')}</p>
          </Empty>
        }
      />
      {making && <MakeDialog onClose={() => setMaking(false)} onMade={open} />}
    </>
  );
}

function MakeDialog({ onClose, onMade }: { onClose: () => void; onMade: (reportId: string) => void }) {
  const t = useTexts();
  const [unitId, setUnitId] = useState<string | null>(null);
  const [year, setYear] = useState(thisYear());
  const make = useAct(makeReport, { done: t('made'), changes: [reportsKey], after: ({ id }) => onMade(id) });
  return (
    <Dialog
      opened
      title={t('make')}
      onClose={onClose}
      act={t('make')}
      onAct={() => unitId && make.mutate({ unitId, year })}
      busy={make.isPending}
      ready={unitId !== null}
      error={make.error}
    >
      <UnitPicker label={t('unit')} value={unitId} onChange={setUnitId} required />
      <NumberInput
        label={t('year')}
        min={2000}
        max={2999}
        allowDecimal={false}
        value={year}
        onChange={(value) => typeof value === 'number' && setYear(value)}
      />
    </Dialog>
  );
}
