import { body } from '@diemcau/client/rest';
import type { RoomRules, RulesBoardLine } from '@diemcau/contracts/meetings/room-rules';
import { Switch } from '@mantine/core';
import IconBuildingCommunity from '@tabler/icons-react/dist/esm/icons/IconBuildingCommunity.mjs';
import { useState } from 'react';
import { formatDayOf } from '../../../admin/dates/format';
import { Empty } from '../../../admin/parts/Empty';
import { Section } from '../../../admin/parts/Section';
import { StateChip } from '../../../admin/parts/StateChip';
import { type Column, DataTable } from '../../../admin/table/DataTable';
import { ListTools } from '../../../admin/table/ListTools';
import { useList } from '../../../admin/table/use-list';
import { rest } from '../../../api/rest';
import { FileLink } from '../files/FileLink';
import classes from '../site/site.module.css';
import { rulesKey } from './queries';
import { useTexts } from './texts';

/** The text, and the sites at which it holds: where somebody has read it, and where nobody has. */
export function RulesBoard({ rules }: { rules: RoomRules }) {
  const t = useTexts();
  const [missing, setMissing] = useState(false);
  const list = useList<RulesBoardLine>({
    key: [...rulesKey, 'board', rules.id, missing],
    inAddress: false,
    fetch: (page) =>
      body(
        rest.GET('/api/v1/room-rules/{rulesId}/board', {
          params: { path: { rulesId: rules.id }, query: { ...page, ...(missing && { missing }) } },
        }),
      ),
  });
  const columns: readonly Column<RulesBoardLine>[] = [
    { key: 'site', title: t('site'), text: ({ siteName }) => siteName },
    { key: 'unit', title: t('unit'), text: ({ unitName }) => unitName },
    {
      key: 'who',
      title: t('acknowledged'),
      text: ({ acknowledged }) => acknowledged.map(({ name }) => name).join(', '),
      render: ({ acknowledged }) =>
        acknowledged.length === 0 ? (
          <StateChip tone="warning">{t('nobody')}</StateChip>
        ) : (
          acknowledged.map(({ name, at }) => `${name} (${formatDayOf(at)})`).join(', ')
        ),
    },
  ];
  return (
    <>
      <Section title={t('text')}>
        <p className={classes.rules}>{rules.text}</p>
        {rules.file && <FileLink file={rules.file} />}
      </Section>
      <Section title={t('board')}>
        <ListTools list={list} search={t('search')}>
          <Switch
            label={t('onlyMissing')}
            checked={missing}
            onChange={(event) => setMissing(event.currentTarget.checked)}
          />
        </ListTools>
        <DataTable
          label={t('board')}
          list={list}
          columns={columns}
          idOf={({ siteId }) => siteId}
          empty={<Empty icon={IconBuildingCommunity} title={t(missing ? 'allRead' : 'noSites')} />}
        />
      </Section>
    </>
  );
}
