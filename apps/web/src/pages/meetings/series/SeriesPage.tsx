import type { Series } from '@diemcau/contracts/meetings/series';
import { Button, Group, Skeleton } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { goToUnreadable } from '../../../admin/dates/unreadable';
import { NewerNotice } from '../../../admin/forms/NewerNotice';
import { Unsaved } from '../../../admin/forms/Unsaved';
import { useDraft } from '../../../admin/forms/use-draft';
import { Back } from '../../../admin/parts/Back';
import { PageHead } from '../../../admin/parts/PageHead';
import { Trouble } from '../../../admin/parts/Trouble';
import { MissedOfSeries } from '../missed/MissedOfSeries';
import { EventOf } from '../../trainings/EventOf';
import { WaitingOfSeries } from '../waiting/WaitingOfSeries';
import { draftOf, wishOf } from './draft';
import { seriesQuery } from './queries';
import { useRuleWords } from './rule-words';
import { SaveDialog } from './SaveDialog';
import classes from './series.module.css';
import { SeriesActs } from './SeriesActs';
import { SeriesForm } from './SeriesForm';
import { SeriesStateChip } from './SeriesStateChip';
import { useTexts } from './texts';

/** One series: what it is, when it comes, what is decided about single dates. */
export function SeriesPage() {
  const { seriesId } = useParams({ from: '/work/series/$seriesId' });
  const series = useQuery(seriesQuery(seriesId));
  if (series.error) return <Trouble error={series.error} onRetry={series.refetch} />;
  if (!series.data) return <Skeleton height={420} />;
  return <Editor key={seriesId} series={series.data} />;
}

function Editor({ series }: { series: Series }) {
  const t = useTexts();
  const wordsOf = useRuleWords();
  const client = useQueryClient();
  const writing = useDraft(series, draftOf);
  const { base, draft, setDraft, changed, newer, begin } = writing;
  const [saving, setSaving] = useState(false);
  const { planId, state } = series;
  return (
    <>
      <Back>
        {planId ? (
          <Link to="/work/plans/$planId" params={{ planId }}>
            {t('backToPlan')}
          </Link>
        ) : (
          <Link to="/work/series">{t('backToList')}</Link>
        )}
      </Back>
      <PageHead
        title={series.title}
        lead={
          <>
            {series.unitName} · {wordsOf(series.rule, series.untilDay)}, {series.startsAt} ·{' '}
            <SeriesStateChip state={state} />
          </>
        }
      >
        <SeriesActs series={series} />
      </PageHead>
      <div className={classes.above}>
        {series.changeable && state === 'active' && <WaitingOfSeries series={series} />}
        <MissedOfSeries series={series} />
        {series.kind === 'training' && state !== 'draft' && (
          <EventOf seriesId={series.id} title={series.title} sites={series.template.sites} />
        )}
      </div>
      <NewerNotice {...writing} />
      <SeriesForm
        draft={draft}
        onChange={setDraft}
        seriesId={series.id}
        lastDay={series.untilDay}
        frozen={series.frozen}
        settled
        changeable={series.changeable}
        ruleFault={undefined}
      >
        <Unsaved changed={changed} />
        {series.changeable && (
          <Group justify="flex-end" mt="md">
            <Button disabled={newer || wishOf(draft) === null} onClick={() => setSaving(!goToUnreadable())}>
              {t('save')}
            </Button>
          </Group>
        )}
      </SeriesForm>
      {saving && (
        <SaveDialog
          series={base}
          draft={draft}
          onSaved={(saved) => {
            client.setQueryData(seriesQuery(series.id).queryKey, saved);
            begin(saved);
          }}
          onClose={() => setSaving(false)}
        />
      )}
    </>
  );
}
