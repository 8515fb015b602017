import { Problem } from '@diemcau/client/problem';
import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { today } from '../../../admin/dates/format';
import { goToUnreadable } from '../../../admin/dates/unreadable';
import { Unsaved } from '../../../admin/forms/Unsaved';
import { useAct } from '../../../admin/forms/use-act';
import { Back } from '../../../admin/parts/Back';
import { PageHead } from '../../../admin/parts/PageHead';
import { Trouble, useWordsOf } from '../../../admin/parts/Trouble';
import { useAdmin } from '../../../admin/permissions';
import type { ListSearch } from '../../../admin/table/list-search';
import { firstDayOf, lastDayOf } from '../plans/period';
import { planQuery } from '../plans/queries';
import { meetingTypesQuery } from '../types/queries';
import { emptyDraft, wishOf, withTypeLength } from './draft';
import { makeSeries, seriesChanges } from './queries';
import { SeriesForm } from './SeriesForm';
import { useTexts } from './texts';

/** A line of a plan, or a series of its own; with what comes of it beside the form. */
export function NewSeriesPage() {
  const t = useTexts();
  const wordsOf = useWordsOf();
  const navigate = useNavigate();
  const { planId }: ListSearch = useSearch({ strict: false });
  const { grants } = useAdmin();
  const plan = useQuery({ ...planQuery(planId ?? ''), enabled: planId !== undefined });
  const firstOf = plan.data ? firstDayOf(plan.data) : null;
  const [empty] = useState(() => emptyDraft(grants[0]?.unitId ?? null, planId ?? null, ''));
  const [typed, setTyped] = useState(empty);
  // The plan says whose and when, until somebody types.
  const written = {
    ...typed,
    unitId: plan.data?.unitId ?? typed.unitId,
    firstDay: typed.firstDay === '' ? (firstOf ?? today()) : typed.firstDay,
  };
  const types = useQuery(meetingTypesQuery());
  const draft = withTypeLength(written, types.data?.items);
  const make = useAct(makeSeries, {
    done: t('made'),
    changes: seriesChanges,
    after: ({ id }) =>
      void (planId
        ? navigate({ to: '/work/plans/$planId', params: { planId }, ignoreBlocker: true })
        : navigate({ to: '/work/series/$seriesId', params: { seriesId: id }, ignoreBlocker: true })),
  });
  const wish = wishOf(draft);
  const isRule = make.error instanceof Problem && make.error.code.startsWith('recurrence.');
  return (
    <>
      <Back>
        {planId ? (
          <Link to="/work/plans/$planId" params={{ planId }}>
            {plan.data?.title ?? t('backToPlan')}
          </Link>
        ) : (
          <Link to="/work/series">{t('backToList')}</Link>
        )}
      </Back>
      <PageHead title={t('newTitle')} lead={t('newLead')} />
      <SeriesForm
        draft={draft}
        onChange={setTyped}
        seriesId={null}
        lastDay={plan.data ? lastDayOf(plan.data) : null}
        frozen={false}
        changeable
        settled={planId !== undefined}
        ruleFault={isRule ? wordsOf(make.error) : undefined}
      >
        <Unsaved changed={typed !== empty} />
        <Trouble error={make.error} />
        <Group justify="flex-end" mt="md">
          <Button
            disabled={wish === null}
            // Until one is elsewhere: a second click, a moment later, would make another.
            loading={make.isPending || make.isSuccess}
            onClick={() => wish && !goToUnreadable() && make.mutate(wish)}
          >
            {t('make')}
          </Button>
        </Group>
      </SeriesForm>
    </>
  );
}
