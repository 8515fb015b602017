import { body } from '@diemcau/client/rest';
import type { Delivery, DeliveryState, Webhook } from '@diemcau/contracts/identity/webhooks';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatInstant } from '../../../admin/dates/format';
import { useAct } from '../../../admin/forms/use-act';
import { StateChip, type Tone } from '../../../admin/parts/StateChip';
import { Trouble } from '../../../admin/parts/Trouble';
import { type Column, DataTable } from '../../../admin/table/DataTable';
import { FilterSelect } from '../../../admin/table/FilterSelect';
import { ListTools } from '../../../admin/table/ListTools';
import { useList } from '../../../admin/table/use-list';
import { rest } from '../../../api/rest';
import { replay, webhooksKey } from './queries';
import { ReplayDialog } from './ReplayDialog';
import { useTexts } from './texts';
import classes from './webhooks.module.css';

const states = ['pending', 'delivered', 'failed'] as const satisfies readonly DeliveryState[];
const tones: Record<DeliveryState, Tone> = { pending: 'waiting', delivered: 'good', failed: 'bad' };

/** What was sent, what was answered, how long it took; each can be sent again. */
export function Deliveries({ of }: { of: Webhook }) {
  const t = useTexts();
  const [replaying, setReplaying] = useState(false);
  const list = useList<Delivery>({
    key: [...webhooksKey, 'deliveries', of.id],
    filters: ['state'],
    pageSize: 20,
    inAddress: false,
    unfinished: (rows) => rows.some((one) => one.state === 'pending'),
    fetch: ({ limit, cursor }, { state }) => {
      const wanted = states.find((one) => one === state);
      return body(
        rest.GET('/api/v1/webhooks/{webhookId}/deliveries', {
          params: {
            path: { webhookId: of.id },
            query: { limit, ...(cursor && { cursor }), ...(wanted && { state: wanted }) },
          },
        }),
      );
    },
  });
  const again = useAct((deliveryId: string) => replay(of.id, deliveryId), {
    done: t('replayed'),
    changes: [webhooksKey],
  });
  const columns: readonly Column<Delivery>[] = [
    { key: 'at', title: t('happenedAt'), short: true, text: ({ happenedAt }) => formatInstant(happenedAt) },
    { key: 'event', title: t('event'), text: ({ event }) => t(`event_${event}`) },
    {
      key: 'state',
      title: t('state'),
      text: ({ state }) => t(`delivery_${state}`),
      render: ({ state }) => <StateChip tone={tones[state]}>{t(`delivery_${state}`)}</StateChip>,
    },
    { key: 'answer', title: t('answer'), text: () => '', render: (delivery) => <Answer of={delivery} /> },
    {
      key: 'again',
      title: '',
      text: () => '',
      render: ({ id }) => (
        <Button
          variant="subtle"
          size="compact-sm"
          disabled={again.isPending}
          onClick={() => again.mutate(id)}
        >
          {t('replay')}
        </Button>
      ),
    },
  ];
  return (
    <section aria-label={t('deliveries')}>
      <div className={classes.head}>
        <h3>{t('deliveries')}</h3>
        <Button variant="default" size="compact-md" onClick={() => setReplaying(true)}>
          {t('replayRange')}
        </Button>
      </div>
      <ListTools list={list}>
        <FilterSelect
          list={list}
          name="state"
          label={t('state')}
          options={states.map((state) => ({ value: state, label: t(`delivery_${state}`) }))}
        />
      </ListTools>
      <Trouble error={again.error} />
      <DataTable
        label={t('deliveries')}
        list={list}
        columns={columns}
        idOf={({ id }) => id}
        empty={<p className={classes.soft}>{t('noDeliveries')}</p>}
      />
      {replaying && <ReplayDialog of={of} onClose={() => setReplaying(false)} />}
    </section>
  );
}

function Answer({ of: { status, durationMs, fault, answer, attempts, nextAttemptAt } }: { of: Delivery }) {
  const t = useTexts();
  const said = status === null ? fault : t('httpStatus', { status });
  return (
    <div>
      {said && (
        <div>
          {said}
          {durationMs !== null && ` · ${durationMs} ms`}
        </div>
      )}
      <div className={classes.soft}>
        {t('attempts', { n: attempts })}
        {nextAttemptAt && ` · ${t('nextAttempt', { at: formatInstant(nextAttemptAt) })}`}
      </div>
      {answer && (
        <details className={classes.answer}>
          <summary>{t('answerText')}</summary>
          <pre>{answer}</pre>
        </details>
      )}
    </div>
  );
}
