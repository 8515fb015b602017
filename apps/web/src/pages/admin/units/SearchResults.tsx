import type { Unit } from '@diemcau/contracts/identity/units';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type Column, DataTable } from '../../../admin/table/DataTable';
import type { List } from '../../../admin/table/use-list';
import { UnitName } from '../../../admin/units/UnitName';
import { useUnitTypes } from '../../../admin/units/unit-types';
import { useTexts } from './texts';
import { UnitState } from './UnitState';

interface Props {
  readonly list: List<Unit>;
  readonly onReveal: (path: readonly string[]) => void;
}

/** What words and filters found, wherever it is in the tree. */
export function SearchResults({ list, onReveal }: Props) {
  const t = useTexts();
  const { nameOf } = useUnitTypes();
  const reveal = ({ path }: Unit) => {
    onReveal(path);
    list.clear();
  };
  const columns: Column<Unit>[] = [
    {
      key: 'name',
      title: t('name'),
      text: ({ name }) => name,
      render: ({ id, name }) => (
        <Link to="/admin/units/$unitId" params={{ unitId: id }}>
          {name}
        </Link>
      ),
    },
    { key: 'type', title: t('type'), text: ({ type }) => nameOf(type) },
    { key: 'code', title: t('code'), text: ({ code }) => code },
    {
      key: 'above',
      title: t('above'),
      text: () => '',
      render: ({ parentId }) => parentId && <UnitName unitId={parentId} />,
    },
    {
      key: 'state',
      title: t('state'),
      text: ({ state }) => t(state),
      render: ({ state }) => <UnitState state={state} />,
    },
    {
      key: 'reveal',
      title: t('inTree'),
      text: () => '',
      render: (unit) => (
        <Button variant="subtle" size="compact-sm" onClick={() => reveal(unit)}>
          {t('reveal')}
        </Button>
      ),
    },
  ];
  return <DataTable label={t('title')} list={list} columns={columns} idOf={({ id }) => id} empty={null} />;
}
