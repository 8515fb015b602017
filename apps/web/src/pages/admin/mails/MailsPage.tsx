import { body } from '@diemcau/client/rest';
import type { Mail, MailState } from '@diemcau/contracts/identity/mail';
import IconMail from '@tabler/icons-react/dist/esm/icons/IconMail.mjs';
import { useState } from 'react';
import { formatInstant } from '../../../admin/dates/format';
import { Empty } from '../../../admin/parts/Empty';
import { PageHead } from '../../../admin/parts/PageHead';
import { StateChip, type Tone } from '../../../admin/parts/StateChip';
import { type Column, DataTable } from '../../../admin/table/DataTable';
import { FilterSelect } from '../../../admin/table/FilterSelect';
import { ListTools } from '../../../admin/table/ListTools';
import { useList } from '../../../admin/table/use-list';
import { rest } from '../../../api/rest';
import { MailDrawer } from './MailDrawer';
import { useTexts } from './texts';

const states = ['kept', 'queued', 'sent', 'failed', 'purged'] as const satisfies readonly MailState[];
const mailTones: Record<MailState, Tone> = {
  kept: 'warning',
  queued: 'waiting',
  sent: 'good',
  failed: 'bad',
  purged: 'neutral',
};

/** Mails that the system wrote; where there is no mail server, they stay here and are read here. */
export function MailsPage() {
  const t = useTexts();
  const [open, setOpen] = useState<Mail | null>(null);
  const list = useList<Mail>({
    key: ['admin', 'mails', 'list'],
    filters: ['state'],
    fetch: (page, { state }) => {
      const wanted = states.find((one) => one === state);
      return body(
        rest.GET('/api/v1/mails', { params: { query: { ...page, ...(wanted && { state: wanted }) } } }),
      );
    },
  });
  const columns: readonly Column<Mail>[] = [
    { key: 'subject', title: t('subject'), text: ({ subject, kind }) => subject ?? t(`kind_${kind}`) },
    { key: 'to', title: t('to'), text: ({ to }) => to ?? t('gone') },
    {
      key: 'state',
      title: t('state'),
      text: ({ state }) => t(`state_${state}`),
      render: ({ state }) => <StateChip tone={mailTones[state]}>{t(`state_${state}`)}</StateChip>,
    },
    { key: 'at', title: t('at'), short: true, text: ({ createdAt }) => formatInstant(createdAt) },
  ];
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <ListTools list={list}>
        <FilterSelect
          list={list}
          name="state"
          label={t('state')}
          options={states.map((state) => ({ value: state, label: t(`state_${state}`) }))}
        />
      </ListTools>
      <DataTable
        label={t('title')}
        list={list}
        columns={columns}
        idOf={({ id }) => id}
        onOpen={setOpen}
        empty={
          <Empty icon={IconMail} title={t('noneTitle')}>
            <p>{t('noneText')}</p>
          </Empty>
        }
      />
      <MailDrawer mail={open} onClose={() => setOpen(null)} />
    </>
  );
}
