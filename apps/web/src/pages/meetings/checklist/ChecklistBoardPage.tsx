import { body } from '@diemcau/client/rest';
import type { ChecklistBoardItem } from '@diemcau/contracts/meetings/checklists';
import IconChecklist from '@tabler/icons-react/dist/esm/icons/IconChecklist.mjs';
import { useState } from 'react';
import { formatInstant } from '../../../admin/dates/format';
import { Empty } from '../../../admin/parts/Empty';
import { PageHead } from '../../../admin/parts/PageHead';
import { StateChip } from '../../../admin/parts/StateChip';
import { type Column, DataTable } from '../../../admin/table/DataTable';
import { FilterSelect } from '../../../admin/table/FilterSelect';
import { ListTools } from '../../../admin/table/ListTools';
import { UnitFilter } from '../../../admin/table/UnitFilter';
import { useList } from '../../../admin/table/use-list';
import { rest } from '../../../api/rest';
import { meetingsKey } from '../occurrence/queries';
import classes from './checklist.module.css';
import { OwedPoints } from './OwedPoints';
import { useTexts } from './texts';

const choices = ['late', 'mine', 'done'] as const;

/** `/work/checklist`: what is to be prepared for all meetings to come, the earliest due first. */
export function ChecklistBoardPage() {
  const t = useTexts();
  const [lateCount, setLateCount] = useState<number | null>(null);
  const list = useList<ChecklistBoardItem>({
    key: [...meetingsKey, 'checklist'],
    filters: ['unitId', 'which'],
    fetch: async ({ q: _q, ...page }, { unitId, which }) => {
      const query = { ...page, ...(unitId && { unitId }), ...(which && { [which]: true }) };
      const board = await body(rest.GET('/api/v1/checklist', { params: { query } }));
      setLateCount(board.lateCount);
      return board;
    },
  });
  const ownerOf = ({ owner, unitName, userName }: ChecklistBoardItem): string =>
    owner === 'chair' || owner === 'director' || owner === 'secretary'
      ? `${t(`owner_${owner}`)} – ${userName ?? unitName}`
      : (userName ?? unitName);
  const columns: readonly Column<ChecklistBoardItem>[] = [
    { key: 'item', title: t('item'), text: ({ title }) => title },
    {
      key: 'meeting',
      title: t('meeting'),
      text: ({ meetingTitle, startsAt }) => `${meetingTitle} (${formatInstant(startsAt)})`,
    },
    { key: 'owner', title: t('owner'), text: ownerOf },
    { key: 'due', title: t('due'), text: ({ dueAt }) => formatInstant(dueAt), short: true },
    {
      key: 'state',
      title: t('state'),
      text: ({ late, doneAt }) => t(doneAt !== null ? 'done' : late ? 'which_late' : 'open'),
      render: ({ late, lateMin, doneAt }) => {
        if (doneAt !== null) return <StateChip tone="good">{t('done')}</StateChip>;
        if (!late) return <StateChip tone="waiting">{t('open')}</StateChip>;
        return <StateChip tone="bad">{t('late', { n: Math.ceil(lateMin / 60) })}</StateChip>;
      },
    },
  ];
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')}>
        {lateCount !== null && (
          <StateChip tone={lateCount > 0 ? 'bad' : 'good'}>
            {lateCount > 0 ? t('lateCount', { n: lateCount }) : t('noneLate')}
          </StateChip>
        )}
      </PageHead>
      <div className={classes.above}>
        <OwedPoints most={20} />
      </div>
      <ListTools list={list}>
        <UnitFilter list={list} label={t('unit')} />
        <FilterSelect
          list={list}
          name="which"
          label={t('which')}
          options={choices.map((value) => ({ value, label: t(`which_${value}`) }))}
        />
      </ListTools>
      <DataTable
        label={t('title')}
        list={list}
        columns={columns}
        idOf={({ id }) => id}
        linkTo={({ occurrenceId }) => ({ to: '/work/meetings/$occurrenceId', params: { occurrenceId } })}
        empty={
          <Empty icon={IconChecklist} title={t('noneTitle')}>
            <p>{t('noneText')}</p>
          </Empty>
        }
      />
    </>
  );
}
