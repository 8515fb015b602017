import type { UserView } from '@diemcau/contracts/identity/user-views';
import { Button } from '@mantine/core';
import IconUserPlus from '@tabler/icons-react/dist/esm/icons/IconUserPlus.mjs';
import IconUsers from '@tabler/icons-react/dist/esm/icons/IconUsers.mjs';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Empty } from '../../../admin/parts/Empty';
import { PageHead } from '../../../admin/parts/PageHead';
import { useMay } from '../../../admin/permissions';
import { useRoles } from '../../../admin/roles';
import { type Column, DataTable } from '../../../admin/table/DataTable';
import { DownloadButton } from '../../../admin/table/DownloadButton';
import { FilterSelect } from '../../../admin/table/FilterSelect';
import { ListTools } from '../../../admin/table/ListTools';
import { UnitFilter } from '../../../admin/table/UnitFilter';
import { CreateDialog } from './CreateDialog';
import { IssueSecrets } from './IssueSecrets';
import { useTexts } from './texts';
import { kinds, states, usePeople } from './use-people';
import { UserState } from './UserState';

/** Everybody with an account within the caller's scope (TE-3a, TE-3b). */
export function PeoplePage() {
  const t = useTexts();
  const may = useMay();
  const list = usePeople();
  const { roles, nameOf } = useRoles();
  const [creating, setCreating] = useState(false);
  const [issuing, setIssuing] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const columns: Column<UserView>[] = [
    {
      key: 'name',
      title: t('name'),
      sort: 'name',
      text: ({ displayName }) => displayName,
      render: ({ id, displayName }) => (
        <Link to="/admin/people/$userId" params={{ userId: id }}>
          {displayName}
        </Link>
      ),
    },
    { key: 'userName', title: t('userName'), sort: 'userName', text: ({ userName }) => userName },
    { key: 'code', title: t('code'), text: ({ code }) => code ?? '' },
    { key: 'unit', title: t('unit'), sort: 'unit', text: ({ unitName }) => unitName },
    { key: 'class', title: t('class'), text: ({ className }) => className ?? '' },
    { key: 'kind', title: t('kind'), text: ({ kind }) => t(kind) },
    {
      key: 'state',
      title: t('state'),
      text: ({ state }) => t(state),
      render: ({ state }) => <UserState state={state} />,
    },
  ];
  const { q, unitId, kind, state, role, classId } = list.state;
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')}>
        {may('users.write') && (
          <Button
            leftSection={<IconUserPlus size={20} aria-hidden="true" />}
            onClick={() => setCreating(true)}
          >
            {t('create')}
          </Button>
        )}
      </PageHead>
      <ListTools
        list={list}
        search={t('search')}
        actions={
          <>
            {chosen.size > 0 && may('users.secrets') && (
              <Button size="sm" variant="light" onClick={() => setIssuing(true)}>
                {t('issueChosen', { n: chosen.size })}
              </Button>
            )}
            <DownloadButton
              path="/api/v1/users/export.xlsx"
              fileName="nguoi-dung.xlsx"
              query={{ q, unitId, kind, state, role, classId }}
            />
          </>
        }
      >
        <UnitFilter list={list} label={t('unitFilter')} />
        <FilterSelect
          list={list}
          name="kind"
          label={t('kind')}
          options={kinds.map((value) => ({ value, label: t(value) }))}
        />
        <FilterSelect
          list={list}
          name="state"
          label={t('state')}
          options={states.map((value) => ({ value, label: t(value) }))}
        />
        <FilterSelect
          list={list}
          name="role"
          label={t('role')}
          options={roles.map(({ key }) => ({ value: key, label: nameOf(key) }))}
          searchable
        />
      </ListTools>
      <DataTable
        label={t('title')}
        list={list}
        columns={columns}
        idOf={({ id }) => id}
        choosing={
          may('users.secrets')
            ? {
                ids: chosen,
                onChange: setChosen,
                label: (one) => t('choose', { name: one.displayName }),
              }
            : undefined
        }
        empty={
          <Empty icon={IconUsers} title={t('nobody')}>
            <p>{t('nobodyText')}</p>
          </Empty>
        }
      />
      {creating && <CreateDialog unitId={unitId ?? null} onClose={() => setCreating(false)} />}
      {issuing && (
        <IssueSecrets
          userIds={[...chosen]}
          onClose={() => {
            setIssuing(false);
            setChosen(new Set());
          }}
        />
      )}
    </>
  );
}
