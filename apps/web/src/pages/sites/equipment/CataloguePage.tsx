import type { CatalogueItem, EquipmentPurpose } from '@diemcau/contracts/meetings/catalogue';
import { Button, Switch } from '@mantine/core';
import IconDeviceSpeaker from '@tabler/icons-react/dist/esm/icons/IconDeviceSpeaker.mjs';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { useState } from 'react';
import { Empty } from '../../../admin/parts/Empty';
import { PageHead } from '../../../admin/parts/PageHead';
import { StateChip } from '../../../admin/parts/StateChip';
import { useMay } from '../../../admin/permissions';
import { type Column, DataTable } from '../../../admin/table/DataTable';
import { FilterSelect } from '../../../admin/table/FilterSelect';
import { ListTools } from '../../../admin/table/ListTools';
import { Picture } from '../files/Photo';
import classes from './equipment.module.css';
import { ItemDialog, purposes } from './ItemDialog';
import { useCatalogue } from './queries';
import { useTexts } from './texts';

/** What equipment the province knows, with pictures and what it is for (TM-1c). */
export function CataloguePage() {
  const t = useTexts();
  const may = useMay();
  const list = useCatalogue();
  const [open, setOpen] = useState<CatalogueItem | 'new' | null>(null);
  const configures = may('sites.configure');
  const columns: Column<CatalogueItem>[] = [
    { key: 'name', title: t('name'), text: ({ name }) => name },
    { key: 'purpose', title: t('purpose'), text: ({ purpose }) => t(`purpose_${purpose}`) },
    {
      key: 'serves',
      title: t('serves'),
      text: ({ serves }) => serves.map((part) => t(`serves_${part}`)).join(', ') || '–',
    },
    { key: 'notes', title: t('notes'), text: ({ notes }) => notes ?? '–' },
    {
      key: 'picture',
      title: t('picture'),
      text: () => '',
      render: ({ pictureId, name }) =>
        pictureId ? <Picture fileId={pictureId} alt={name} className={classes.thumb} /> : '–',
    },
    ...(list.state['retired']
      ? [
          {
            key: 'state',
            title: t('state'),
            text: ({ retired }: CatalogueItem) => (retired ? t('itemRetired') : ''),
            render: ({ retired }: CatalogueItem) =>
              retired && <StateChip tone="neutral">{t('itemRetired')}</StateChip>,
          },
        ]
      : []),
  ];
  return (
    <>
      <PageHead title={t('catalogue')} lead={t('catalogueLead')}>
        {configures && (
          <Button leftSection={<IconPlus size={20} aria-hidden="true" />} onClick={() => setOpen('new')}>
            {t('addItem')}
          </Button>
        )}
      </PageHead>
      <ListTools list={list} search={t('searchItem')}>
        <FilterSelect
          list={list}
          name="purpose"
          label={t('purpose')}
          options={purposes.map((value: EquipmentPurpose) => ({ value, label: t(`purpose_${value}`) }))}
        />
        <Switch
          label={t('withRetiredItems')}
          checked={list.state['retired'] === 'yes'}
          onChange={(event) => list.patch({ retired: event.currentTarget.checked ? 'yes' : undefined })}
        />
      </ListTools>
      <DataTable
        label={t('catalogue')}
        list={list}
        columns={columns}
        idOf={({ id }) => id}
        {...(configures && { onOpen: setOpen })}
        empty={<Empty icon={IconDeviceSpeaker} title={t('catalogue')} />}
      />
      {open && (
        <ItemDialog
          item={open === 'new' ? null : open}
          provinceId={list.rows[0]?.provinceId ?? null}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
