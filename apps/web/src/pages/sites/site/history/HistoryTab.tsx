import { body } from '@diemcau/client/rest';
import type { SiteEvent } from '@diemcau/contracts/meetings/sites-history';
import { formatInstant } from '../../../../admin/dates/format';
import { Section } from '../../../../admin/parts/Section';
import { type Column, DataTable } from '../../../../admin/table/DataTable';
import { useList } from '../../../../admin/table/use-list';
import { rest } from '../../../../api/rest';
import { sitesKey } from '../../queries';
import classes from '../site.module.css';
import type { TabProps } from '../tab';
import { Change } from './Change';
import { useTexts } from './texts';

/** Who changed what at the site, and what checks found there. */
export function HistoryTab({ site: { id: siteId } }: TabProps) {
  const t = useTexts();
  const list = useList<SiteEvent>({
    key: [...sitesKey, 'one', siteId, 'history'],
    inAddress: false,
    fetch: ({ q: _words, ...page }) =>
      body(rest.GET('/api/v1/sites/{siteId}/history', { params: { path: { siteId }, query: page } })),
  });
  const byWhom = ({ byName, byUserId }: SiteEvent) =>
    byName ?? t(byUserId === null ? 'bySystem' : 'bySomebody');
  const columns: readonly Column<SiteEvent>[] = [
    {
      key: 'what',
      title: t('what'),
      text: ({ kind }) => t(kind),
      render: ({ kind, name, note, changes }) => (
        <div>
          <strong>{t(kind)}</strong>
          {name && `: ${name}`}
          {changes.map((change) => (
            <Change key={change.field} of={change} />
          ))}
          {note && <p className={classes.soft}>{note}</p>}
        </div>
      ),
    },
    {
      key: 'by',
      title: t('byWhom'),
      text: (event) => `${byWhom(event)}, ${formatInstant(event.at)}`,
      render: (event) => (
        <div>
          {byWhom(event)}
          <p className={classes.soft}>{formatInstant(event.at)}</p>
        </div>
      ),
    },
  ];
  return (
    <Section title={t('title')}>
      <DataTable
        label={t('title')}
        list={list}
        columns={columns}
        idOf={({ id }) => id}
        empty={<p className={classes.soft}>{t('none')}</p>}
      />
    </Section>
  );
}
