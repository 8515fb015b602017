import { body } from '@diemcau/client/rest';
import type { Expiry, ExpiryKind } from '@diemcau/contracts/meetings/expiries';
import IconCalendarCheck from '@tabler/icons-react/dist/esm/icons/IconCalendarCheck.mjs';
import { formatDay } from '../../../admin/dates/format';
import { Empty } from '../../../admin/parts/Empty';
import { type Column, DataTable } from '../../../admin/table/DataTable';
import { FilterSelect } from '../../../admin/table/FilterSelect';
import { ListTools } from '../../../admin/table/ListTools';
import { useList } from '../../../admin/table/use-list';
import { rest } from '../../../api/rest';
import { ValidityChip } from '../Chips';
import { useSiteWords } from '../words';
import { readinessKey } from './queries';
import { useTexts } from './texts';

const kinds = ['document', 'readiness', 'waiver'] as const satisfies readonly ExpiryKind[];
const spans = ['30', '60', '90', '365'] as const;

/** What has to be renewed, over every site that the caller sees: papers, points of the checklist, waivers. */
export function Expiries() {
  const t = useTexts();
  const words = useSiteWords();
  const list = useList<Expiry>({
    key: [...readinessKey, 'expiries'],
    filters: ['unitId', 'kind', 'within'],
    fetch: (page, { unitId, kind: asked, within }) => {
      const kind = kinds.find((one) => one === asked);
      const span = spans.find((one) => one === within);
      const query = {
        ...page,
        ...(unitId && { unitId }),
        ...(kind && { kind }),
        ...(span && { withinDays: Number(span) }),
      };
      return body(rest.GET('/api/v1/site-expiries', { params: { query } }));
    },
  });
  const kindOf = ({ kind, documentKind }: Expiry) =>
    documentKind ? words(`kind_${documentKind}`) : t(`expiry_${kind}`);
  const columns: readonly Column<Expiry>[] = [
    {
      key: 'what',
      title: t('what'),
      text: (one) => `${kindOf(one)}: ${one.name}`,
    },
    { key: 'site', title: t('site'), text: ({ siteName, unitName }) => `${siteName} – ${unitName}` },
    {
      key: 'state',
      title: t('state'),
      text: ({ state }) => words(`validity_${state}`),
      render: ({ state }) => <ValidityChip of={state} />,
    },
    { key: 'ends', title: t('endsOn'), text: ({ endsOn }) => formatDay(endsOn), short: true },
  ];
  return (
    <>
      <ListTools list={list} search={t('search')}>
        <FilterSelect
          list={list}
          name="kind"
          label={t('kindOfExpiry')}
          options={kinds.map((value) => ({ value, label: t(`expiry_${value}`) }))}
        />
        <FilterSelect
          list={list}
          name="within"
          label={t('within')}
          options={spans.map((value) => ({ value, label: t('days', { n: value }) }))}
        />
      </ListTools>
      <DataTable
        label={t('expiries')}
        list={list}
        columns={columns}
        idOf={({ id }) => id}
        linkTo={({ siteId, kind }) => ({
          to: '/work/sites/$siteId',
          params: { siteId },
          search: { tab: kind === 'document' ? 'documents' : 'readiness' },
        })}
        empty={
          <Empty icon={IconCalendarCheck} title={t('nothingEnds')}>
            <p>{t('nothingEndsText')}</p>
          </Empty>
        }
      />
    </>
  );
}
