import type { Series, SeriesScope } from '@diemcau/contracts/meetings/series';
import { Radio, Select, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../../admin/forms/use-act';
import { Dialog } from '../../../admin/parts/Dialog';
import { dayWords } from './day-words';
import { changedChoices, type Draft, draftOf, previewOf, wishOf } from './draft';
import { changeSeries, previewQuery, seriesChanges } from './queries';
import { useTexts } from './texts';

interface Props {
  readonly series: Series;
  readonly draft: Draft;
  /** Of all dates; "this and following" goes on with another series. */
  readonly onSaved: (series: Series) => void;
  readonly onClose: () => void;
}

/** "All" or "this and following"; one date alone is decided about in the list of dates. */
export function SaveDialog({ series, draft, onSaved, onClose }: Props) {
  const t = useTexts();
  const navigate = useNavigate();
  const [scope, setScope] = useState<SeriesScope>('all');
  const [from, setFrom] = useState<string | null>(null);
  const dates = useQuery(previewQuery(previewOf(draftOf(series), series.id)));
  const save = useAct(() => saved(series, draft, scope, from), {
    done: t('saved'),
    changes: seriesChanges,
    after: (now) => {
      onClose();
      if (now.id === series.id) return onSaved(now);
      void navigate({ to: '/work/series/$seriesId', params: { seriesId: now.id }, ignoreBlocker: true });
    },
  });
  return (
    <Dialog
      opened
      title={t('scopeTitle')}
      act={t('save')}
      ready={scope === 'all' || from !== null}
      onAct={() => save.mutate(undefined)}
      busy={save.isPending}
      error={save.error}
      onClose={onClose}
    >
      <Radio.Group
        value={scope}
        onChange={(value) => setScope(value as SeriesScope)}
        aria-label={t('scopeTitle')}
      >
        <Stack gap="sm">
          <Radio value="all" label={t('scope_all')} description={t('scopeHint')} />
          <Radio value="following" label={t('scope_following')} />
        </Stack>
      </Radio.Group>
      {scope === 'following' && (
        <Select
          label={t('from')}
          data={(dates.data?.dates ?? []).map(({ nominal }) => ({
            value: nominal,
            label: dayWords(nominal, t),
          }))}
          value={from}
          onChange={setFrom}
        />
      )}
    </Dialog>
  );
}

/** In one go: what is refused changes nothing. */
function saved(series: Series, draft: Draft, scope: SeriesScope, from: string | null): Promise<Series> {
  const wish = wishOf(draft);
  if (!wish) return Promise.resolve(series);
  const { unitId: _unitId, planId: _planId, ...wanted } = wish;
  const { id: seriesId, version } = series;
  const first = scope === 'following' ? from : null;
  return changeSeries({
    ...wanted,
    ...changedChoices(series.choices, draft.choices, first),
    seriesId,
    version,
    scope,
    from: first,
  });
}
