import { body } from '@diemcau/client/rest';
import type { UnitTypeView } from '@diemcau/contracts/identity/unit-types';
import { Button } from '@mantine/core';
import IconArrowLeft from '@tabler/icons-react/dist/esm/icons/IconArrowLeft.mjs';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import IconSitemap from '@tabler/icons-react/dist/esm/icons/IconSitemap.mjs';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../../../admin/parts/Empty';
import { PageHead } from '../../../../admin/parts/PageHead';
import { StateChip } from '../../../../admin/parts/StateChip';
import { useAdmin, useMayOn } from '../../../../admin/permissions';
import { type Column, DataTable } from '../../../../admin/table/DataTable';
import { ExportButton } from '../../../../admin/table/ExportButton';
import { ListTools } from '../../../../admin/table/ListTools';
import { useList } from '../../../../admin/table/use-list';
import { useUnitTypes } from '../../../../admin/units/unit-types';
import { rest } from '../../../../api/rest';
import { currentLanguage } from '../../../../i18n/language';
import { listed } from './listed';
import { unitTypesKey } from './queries';
import { useTexts } from './texts';
import { TypeDialog } from './TypeDialog';

/** What kinds of units there are, and where each may lie; the province's own are defined and changed here (SYS-5). */
export function UnitTypesPage() {
  const t = useTexts();
  useTranslation();
  const language = currentLanguage();
  const { provinceId } = useAdmin();
  const mayConfigure = useMayOn()('units.configure', [provinceId]);
  const { types, nameOf } = useUnitTypes();
  const [open, setOpen] = useState<UnitTypeView | 'new' | null>(null);
  const list = useList<UnitTypeView>({
    key: [...unitTypesKey, 'list', language],
    fetch: async ({ q = '' }, { sort }) => {
      const { items } = await body(rest.GET('/api/v1/unit-types'));
      const shown = listed(items, { words: q, language, sort });
      return { items: shown, nextCursor: null, total: shown.length };
    },
  });
  const other = language === 'vi' ? 'nameEn' : 'nameVi';
  const placeOf = ({ top, under }: UnitTypeView) =>
    [...(top ? [t('atTop')] : []), ...under.map(nameOf)].join(', ') || t('nowhere');
  const columns: readonly Column<UnitTypeView>[] = [
    { key: 'name', title: t('name'), sort: 'name', text: ({ key }) => nameOf(key) },
    { key: 'otherName', title: t('otherName'), text: (type) => type[other] },
    { key: 'under', title: t('under'), text: placeOf },
    {
      key: 'origin',
      title: t('origin'),
      sort: 'origin',
      text: ({ provinceId: whose }) => t(whose === null ? 'builtIn' : 'own'),
      render: ({ provinceId: whose }) => (
        <StateChip tone={whose === null ? 'neutral' : 'waiting'}>
          {t(whose === null ? 'builtIn' : 'own')}
        </StateChip>
      ),
    },
    ...(mayConfigure && types.some(({ provinceId: whose }) => whose !== null)
      ? [
          {
            key: 'change',
            title: t('change'),
            text: () => '',
            render: (type: UnitTypeView) =>
              type.provinceId !== null && (
                <Button
                  variant="default"
                  size="compact-md"
                  aria-label={t('changeOf', { type: nameOf(type.key) })}
                  onClick={() => setOpen(type)}
                >
                  {t('change')}
                </Button>
              ),
          },
        ]
      : []),
  ];
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')}>
        <Button
          variant="default"
          leftSection={<IconArrowLeft size={18} aria-hidden="true" />}
          renderRoot={(props) => <Link {...props} to="/admin/units" />}
        >
          {t('toUnits')}
        </Button>
        {mayConfigure && (
          <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => setOpen('new')}>
            {t('define')}
          </Button>
        )}
      </PageHead>
      <ListTools
        list={list}
        search={t('search')}
        actions={
          <ExportButton
            list={list}
            columns={columns.filter(({ key }) => key !== 'change')}
            fileName="loai-don-vi"
          />
        }
      />
      <DataTable
        label={t('title')}
        list={list}
        columns={columns}
        idOf={({ key }) => key}
        empty={<Empty icon={IconSitemap} title={t('noneTitle')} />}
      />
      {open && (
        <TypeDialog
          changing={open === 'new' ? null : open}
          provinceId={provinceId}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
