import { body } from '@diemcau/client/rest';
import type { RoomRules } from '@diemcau/contracts/meetings/room-rules';
import { Button, Switch } from '@mantine/core';
import IconFileText from '@tabler/icons-react/dist/esm/icons/IconFileText.mjs';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { useState } from 'react';
import { formatDayOf } from '../../../admin/dates/format';
import { DetailDrawer } from '../../../admin/parts/DetailDrawer';
import { useMay } from '../../../admin/permissions';
import type { Column } from '../../../admin/table/DataTable';
import { ListPage } from '../../../admin/table/ListPage';
import { UnitFilter } from '../../../admin/table/UnitFilter';
import { useList } from '../../../admin/table/use-list';
import { rest } from '../../../api/rest';
import { RulesBoard } from './RulesBoard';
import { PublishDialog } from './PublishDialog';
import { rulesKey } from './queries';
import { useTexts } from './texts';

/** Rules of rooms: editions, and who has read them (HB-6, HB-11.1). */
export function RulesPage() {
  const t = useTexts();
  const may = useMay();
  const [publishing, setPublishing] = useState(false);
  const [open, setOpen] = useState<RoomRules | null>(null);
  const list = useList<RoomRules>({
    key: [...rulesKey, 'list'],
    filters: ['unitId', 'history'],
    fetch: (page, { unitId, history }) =>
      body(
        rest.GET('/api/v1/room-rules', {
          params: { query: { ...page, ...(unitId && { unitId }), ...(history && { history: true }) } },
        }),
      ),
  });
  const columns: readonly Column<RoomRules>[] = [
    { key: 'title', title: t('name'), text: ({ title }) => title },
    { key: 'unit', title: t('unit'), text: ({ unitName }) => unitName },
    { key: 'edition', title: t('edition'), text: ({ edition }) => String(edition), short: true },
    { key: 'at', title: t('publishedAt'), text: ({ publishedAt }) => formatDayOf(publishedAt), short: true },
  ];
  const publish = may('sites.configure') && (
    <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => setPublishing(true)}>
      {t('publish')}
    </Button>
  );
  return (
    <ListPage
      title={t('title')}
      lead={t('lead')}
      make={publish}
      filters={
        <>
          <UnitFilter list={list} label={t('unit')} />
          <Switch
            label={t('withHistory')}
            checked={list.state['history'] === 'yes'}
            onChange={(event) => list.patch({ history: event.currentTarget.checked ? 'yes' : undefined })}
          />
        </>
      }
      none={{ icon: IconFileText, title: t('noneTitle'), text: t('noneText') }}
      list={list}
      columns={columns}
      idOf={({ id }) => id}
      onOpen={setOpen}
    >
      {publishing && <PublishDialog onClose={() => setPublishing(false)} />}
      <DetailDrawer
        opened={open !== null}
        onClose={() => setOpen(null)}
        title={open?.title ?? ''}
        width={720}
      >
        {open && <RulesBoard rules={open} />}
      </DetailDrawer>
    </ListPage>
  );
}
