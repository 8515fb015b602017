import type { ClassView } from '@diemcau/contracts/identity/classes';
import { Button } from '@mantine/core';
import IconArrowUp from '@tabler/icons-react/dist/esm/icons/IconArrowUp.mjs';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import IconSchool from '@tabler/icons-react/dist/esm/icons/IconSchool.mjs';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { today } from '../../../admin/dates/format';
import { Empty } from '../../../admin/parts/Empty';
import { PageHead } from '../../../admin/parts/PageHead';
import { useMay } from '../../../admin/permissions';
import { formatCount } from '../../../admin/table/count';
import { type Column, DataTable } from '../../../admin/table/DataTable';
import { ExportButton } from '../../../admin/table/ExportButton';
import { FilterSelect } from '../../../admin/table/FilterSelect';
import { ListTools } from '../../../admin/table/ListTools';
import { UnitFilter } from '../../../admin/table/UnitFilter';
import { ClassDialog } from './ClassDialog';
import { PromoteDialog } from './PromoteDialog';
import { useClasses } from './queries';
import { schoolYearsAround } from './school-year';
import { useTexts } from './texts';

/** Classes of schools, year by year. */
export function ClassesPage() {
  const t = useTexts();
  const may = useMay();
  const list = useClasses();
  const [open, setOpen] = useState<'make' | 'promote' | null>(null);
  const columns: Column<ClassView>[] = [
    {
      key: 'name',
      title: t('class'),
      text: ({ name }) => name,
      render: ({ id, name }) => (
        <Link to="/admin/classes/$classId" params={{ classId: id }}>
          {name}
        </Link>
      ),
    },
    { key: 'unit', title: t('unit'), text: ({ unitName }) => unitName },
    { key: 'year', title: t('schoolYear'), text: ({ schoolYear }) => schoolYear },
    { key: 'students', title: t('students'), text: ({ students }) => formatCount(students) },
  ];
  const { unitId, schoolYear } = list.state;
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')}>
        {may('users.write') && (
          <>
            <Button
              variant="default"
              leftSection={<IconArrowUp size={20} aria-hidden="true" />}
              onClick={() => setOpen('promote')}
            >
              {t('promote')}
            </Button>
            <Button leftSection={<IconPlus size={20} aria-hidden="true" />} onClick={() => setOpen('make')}>
              {t('make')}
            </Button>
          </>
        )}
      </PageHead>
      <ListTools
        list={list}
        search={t('search')}
        actions={<ExportButton list={list} columns={columns} fileName="lop-hoc" />}
      >
        <UnitFilter list={list} label={t('unitFilter')} />
        <FilterSelect
          list={list}
          name="schoolYear"
          label={t('schoolYear')}
          options={schoolYearsAround(today()).map((value) => ({ value, label: value }))}
        />
      </ListTools>
      <DataTable
        label={t('title')}
        list={list}
        columns={columns}
        idOf={({ id }) => id}
        empty={
          <Empty icon={IconSchool} title={t('none')}>
            <p>{t('noneText')}</p>
          </Empty>
        }
      />
      {open === 'make' && <ClassDialog unitId={unitId ?? null} onClose={() => setOpen(null)} />}
      {open === 'promote' && (
        <PromoteDialog unitId={unitId ?? null} from={schoolYear ?? null} onClose={() => setOpen(null)} />
      )}
    </>
  );
}
