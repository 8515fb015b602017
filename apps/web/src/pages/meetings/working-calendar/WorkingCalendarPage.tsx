import type { CalendarDay, CalendarYear } from '@diemcau/contracts/meetings/calendar';
import { ActionIcon, Alert, Button, Skeleton } from '@mantine/core';
import IconChevronLeft from '@tabler/icons-react/dist/esm/icons/IconChevronLeft.mjs';
import IconChevronRight from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { today } from '../../../admin/dates/format';
import { useAct } from '../../../admin/forms/use-act';
import { PageHead } from '../../../admin/parts/PageHead';
import { Section } from '../../../admin/parts/Section';
import { Trouble } from '../../../admin/parts/Trouble';
import { useAddressState } from '../../../admin/table/list-search';
import classes from './calendar.module.css';
import { DayDialog } from './DayDialog';
import { DayList } from './DayList';
import { calendarChanges, takeYear, yearQuery } from './queries';
import { useTexts } from './texts';
import { YearGrid } from './YearGrid';

/** Which days of a year are worked in the province, and by which decision (HB-7.1). */
export function WorkingCalendarPage() {
  const t = useTexts();
  const [search, patch] = useAddressState();
  const year = Number(search['year'] ?? today().slice(0, 4));
  const shown = useQuery(yearQuery(year));
  const [open, setOpen] = useState<CalendarDay | 'new' | null>(null);
  const go = (to: number) => patch({ year: String(to) });
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')}>
        {shown.data?.changeable && (
          <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => setOpen('new')}>
            {t('add')}
          </Button>
        )}
      </PageHead>
      <div className={classes.years}>
        <ActionIcon variant="default" size="lg" aria-label={t('before')} onClick={() => go(year - 1)}>
          <IconChevronLeft aria-hidden="true" />
        </ActionIcon>
        <strong aria-live="polite">{year}</strong>
        <ActionIcon variant="default" size="lg" aria-label={t('after')} onClick={() => go(year + 1)}>
          <IconChevronRight aria-hidden="true" />
        </ActionIcon>
      </div>
      <Trouble error={shown.error} onRetry={shown.refetch} />
      {shown.isPending && <Skeleton height={420} />}
      {shown.data && <Year of={shown.data} onOpen={setOpen} />}
      {open !== null && (
        <DayDialog year={year} known={open === 'new' ? null : open} onClose={() => setOpen(null)} />
      )}
    </>
  );
}

function Year({ of, onOpen }: { of: CalendarYear; onOpen: (day: CalendarDay) => void }) {
  const t = useTexts();
  const take = useAct(takeYear, { done: t('taken', { year: of.year }), changes: calendarChanges });
  return (
    <>
      {!of.taken && (
        <Alert color="gray" title={t('proposed')} mb="md">
          <p className={classes.text}>{t('proposedText')}</p>
          {of.changeable && (
            <Button variant="default" loading={take.isPending} onClick={() => take.mutate(of.year)}>
              {t('take')}
            </Button>
          )}
          <Trouble error={take.error} />
        </Alert>
      )}
      <YearGrid year={of.year} days={of.days} />
      <Section title={t('days')}>
        <DayList days={of.days} {...(of.changeable && of.taken && { onOpen })} />
      </Section>
    </>
  );
}
