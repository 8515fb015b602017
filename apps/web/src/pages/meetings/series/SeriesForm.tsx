import type { SeriesTemplate } from '@diemcau/contracts/meetings/series-template';
import { Alert } from '@mantine/core';
import type { ReactNode } from 'react';
import { AgendaFields } from './AgendaFields';
import type { Draft } from './draft';
import { PeopleFields } from './PeopleFields';
import { PreviewPanel } from './PreviewPanel';
import classes from './series.module.css';
import { SiteFields } from './SiteFields';
import { useTexts } from './texts';
import { WhatFields } from './WhatFields';
import { WhenFields } from './WhenFields';

interface Props {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
  /** Null while it is not saved. */
  readonly seriesId: string | null;
  /** There are no dates after it: the plan ends, or somebody ended the series. Null: as long as nobody ends it. */
  readonly lastDay: string | null;
  readonly frozen: boolean;
  readonly settled: boolean;
  readonly changeable: boolean;
  readonly ruleFault: string | undefined;
  /** Errors and buttons. */
  readonly children: ReactNode;
}

/** The form on the left, what comes of it on the right; on a phone one below the other. */
export function SeriesForm({
  draft,
  onChange,
  seriesId,
  lastDay,
  frozen,
  settled,
  changeable,
  ruleFault,
  children,
}: Props) {
  const t = useTexts();
  const put = (changes: Partial<Draft>) => onChange({ ...draft, ...changes });
  const { template } = draft;
  const putTemplate = (changes: Partial<SeriesTemplate>) => put({ template: { ...template, ...changes } });
  return (
    <div className={classes.columns}>
      <div>
        {frozen && (
          <Alert color="gray" title={t('frozen')} mb="md">
            {t('frozenHint')}
          </Alert>
        )}
        <WhatFields draft={draft} put={put} frozen={frozen} settled={settled} />
        <WhenFields draft={draft} put={put} lastDay={lastDay} frozen={frozen} ruleFault={ruleFault} />
        <SiteFields
          kind={draft.kind}
          ownerId={draft.unitId}
          sites={template.sites}
          onChange={(sites) => putTemplate({ sites })}
        />
        <PeopleFields template={template} put={putTemplate} />
        <AgendaFields agenda={template.agenda} onChange={(agenda) => putTemplate({ agenda })} />
        {children}
      </div>
      <div className={classes.side}>
        <PreviewPanel
          draft={draft}
          seriesId={seriesId}
          onChoices={changeable ? (choices) => put({ choices }) : undefined}
        />
      </div>
    </div>
  );
}
