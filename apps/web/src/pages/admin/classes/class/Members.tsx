import type { ClassView } from '@diemcau/contracts/identity/classes';
import type { UserView } from '@diemcau/contracts/identity/user-views';
import { body } from '@diemcau/client/rest';
import { Button } from '@mantine/core';
import IconUsers from '@tabler/icons-react/dist/esm/icons/IconUsers.mjs';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { rest } from '../../../../api/rest';
import { Empty } from '../../../../admin/parts/Empty';
import { type Column, DataTable } from '../../../../admin/table/DataTable';
import { ExportButton } from '../../../../admin/table/ExportButton';
import { ListTools } from '../../../../admin/table/ListTools';
import { useList } from '../../../../admin/table/use-list';
import { IssueSecrets } from '../../people/IssueSecrets';
import { UserState } from '../../people/UserState';
import { useTexts } from '../texts';
import { AddDialog } from './AddDialog';
import { MoveDialog } from './MoveDialog';
import { TakeOutDialog } from './TakeOutDialog';

interface Props {
  readonly schoolClass: ClassView;
  readonly mayWrite: boolean;
  readonly mayIssue: boolean;
}

/** The students of a class; chosen ones are moved, taken out, given initial passwords. */
export function Members({ schoolClass, mayWrite, mayIssue }: Props) {
  const t = useTexts();
  const [open, setOpen] = useState<'add' | 'move' | 'takeOut' | 'issue' | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const list = useList<UserView>({
    key: ['admin', 'people', 'class', schoolClass.id],
    inAddress: false,
    pageSize: 100,
    fetch: (page) =>
      body(rest.GET('/api/v1/users', { params: { query: { ...page, classId: schoolClass.id } } })),
  });
  const columns: Column<UserView>[] = [
    {
      key: 'name',
      title: t('student'),
      text: ({ displayName }) => displayName,
      render: ({ id, displayName }) => (
        <Link to="/admin/people/$userId" params={{ userId: id }}>
          {displayName}
        </Link>
      ),
    },
    { key: 'code', title: t('code'), text: ({ code }) => code ?? '' },
    { key: 'userName', title: t('userName'), text: ({ userName }) => userName },
    {
      key: 'state',
      title: t('state'),
      text: ({ state }) => t(state),
      render: ({ state }) => <UserState state={state} />,
    },
  ];
  const done = () => {
    setOpen(null);
    setChosen(new Set());
  };
  const n = chosen.size;
  return (
    <>
      <ListTools
        list={list}
        search={t('searchStudent')}
        actions={
          <>
            {n > 0 && mayWrite && (
              <>
                <Button size="sm" variant="light" onClick={() => setOpen('move')}>
                  {t('moveChosen', { n })}
                </Button>
                <Button size="sm" variant="light" onClick={() => setOpen('takeOut')}>
                  {t('takeOut', { n })}
                </Button>
              </>
            )}
            {n > 0 && mayIssue && (
              <Button size="sm" variant="light" onClick={() => setOpen('issue')}>
                {t('issueChosen', { n })}
              </Button>
            )}
            {mayWrite && (
              <Button size="sm" variant="default" onClick={() => setOpen('add')}>
                {t('addStudent')}
              </Button>
            )}
            <ExportButton list={list} columns={columns} fileName={`lop-${schoolClass.name}`} />
          </>
        }
      />
      <DataTable
        label={t('students')}
        list={list}
        columns={columns}
        idOf={({ id }) => id}
        choosing={
          mayWrite || mayIssue
            ? { ids: chosen, onChange: setChosen, label: (one) => t('choose', { name: one.displayName }) }
            : undefined
        }
        empty={
          <Empty icon={IconUsers} title={t('noStudents')}>
            <p>{t('noStudentsText')}</p>
          </Empty>
        }
      />
      {open === 'add' && <AddDialog schoolClass={schoolClass} onClose={() => setOpen(null)} />}
      {open === 'move' && <MoveDialog schoolClass={schoolClass} studentIds={[...chosen]} onClose={done} />}
      {open === 'takeOut' && (
        <TakeOutDialog schoolClass={schoolClass} studentIds={chosen} everybody={list.all} onClose={done} />
      )}
      {open === 'issue' && <IssueSecrets userIds={[...chosen]} onClose={done} />}
    </>
  );
}
