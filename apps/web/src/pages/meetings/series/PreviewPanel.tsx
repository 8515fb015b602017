import type { SeriesPreview } from '@diemcau/contracts/meetings/recurrence';
import type { DateChoice } from '@diemcau/contracts/meetings/series';
import { Alert, Loader } from '@mantine/core';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Section } from '../../../admin/parts/Section';
import { Trouble } from '../../../admin/parts/Trouble';
import { DateLine } from './DateLine';
import { chosen, type Draft, previewOf } from './draft';
import { GapLine } from './GapLine';
import { MoveDialog } from './MoveDialog';
import { previewQuery } from './queries';
import { rowsOf } from './rows';
import classes from './series.module.css';
import { useTexts } from './texts';
import { useSettled } from './use-settled';

interface Props {
  readonly draft: Draft;
  readonly seriesId: string | null;
  /** Undefined: to look at only. */
  readonly onChoices?: ((choices: DateChoice[]) => void) | undefined;
}

/** What the series comes to, as it is in the form, before anything is saved. */
export function PreviewPanel({ draft, seriesId, onChoices }: Props) {
  const t = useTexts();
  const asked = useSettled(previewOf(draft, seriesId));
  const preview = useQuery(previewQuery(asked));
  const [moving, setMoving] = useState<string | null>(null);
  const choose = (nominal: string, choice: DateChoice | null) =>
    onChoices?.(chosen(draft.choices, nominal, choice));
  return (
    <Section title={t('preview')} actions={preview.isFetching ? <Loader size="sm" /> : null}>
      {asked === null && <p className={classes.quiet}>{t('previewEmpty')}</p>}
      <Trouble error={asked && preview.error} />
      {asked && preview.data && !preview.error && (
        <Dates
          preview={preview.data}
          draft={draft}
          onMove={onChoices && setMoving}
          onChoose={onChoices && choose}
        />
      )}
      {moving !== null && (
        <MoveDialog
          nominal={moving}
          startsAt={draft.startsAt}
          onClose={() => setMoving(null)}
          onMove={(choice) => {
            choose(moving, choice);
            setMoving(null);
          }}
        />
      )}
    </Section>
  );
}

interface DatesProps {
  readonly preview: SeriesPreview;
  readonly draft: Draft;
  readonly onMove: ((nominal: string) => void) | undefined;
  readonly onChoose: ((nominal: string, choice: DateChoice | null) => void) | undefined;
}

function Dates({ preview, draft, onMove, onChoose }: DatesProps) {
  const t = useTexts();
  const taken = preview.dates.filter(({ conflicts }) => conflicts.length > 0).length;
  const asksForPlace = draft.template.sites.length > 0 || draft.template.roomId !== null;
  return (
    <>
      {taken > 0 && (
        <Alert
          color="red"
          icon={<IconAlertTriangle aria-hidden="true" />}
          title={t('conflicts', { n: taken })}
        />
      )}
      {taken === 0 && asksForPlace && <p className={classes.quiet}>{t('noConflicts')}</p>}
      {preview.dates.length === 0 && <p className={classes.quiet}>{t('previewNone')}</p>}
      <ol className={classes.dates} aria-label={t('preview')}>
        {rowsOf(preview).map((row) =>
          row.kind === 'gap' ? (
            <GapLine key={`gap ${row.at} ${row.gap.monthDay}`} gap={row.gap} />
          ) : (
            <DateLine
              key={row.date.nominal}
              date={row.date}
              choice={draft.choices.find(({ nominal }) => nominal === row.date.nominal) ?? null}
              onMove={onMove}
              onChoose={onChoose}
            />
          ),
        )}
      </ol>
      {preview.more && <p className={classes.quiet}>{t('more')}</p>}
    </>
  );
}
