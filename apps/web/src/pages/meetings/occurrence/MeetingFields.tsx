import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { Section } from '../../../admin/parts/Section';
import { AgendaFields } from '../series/AgendaFields';
import { PeopleFields } from '../series/PeopleFields';
import { SiteFields } from '../series/SiteFields';
import { LevelSelect } from '../level/LevelSelect';
import { KindSelect } from '../types/KindSelect';
import { type MeetingDraft, withTimes } from './meeting-draft';
import classes from './occurrence.module.css';
import { TimeFields } from './TimeFields';
import { useTexts } from './texts';

interface Props {
  /** Who holds it. */
  readonly unitId: string | null;
  readonly draft: MeetingDraft;
  readonly onChange: (draft: MeetingDraft) => void;
  /** Of a new one: type and agenda too. */
  readonly isNew: boolean;
  /** Before everything else. */
  readonly children?: ReactNode;
}

/** Everything one says of a meeting. */
export function MeetingFields({ unitId, draft, onChange, isNew, children }: Props) {
  const t = useTexts();
  const { template } = draft;
  const put = (changes: Partial<MeetingDraft['template']>) =>
    onChange({ ...draft, template: { ...template, ...changes } });
  return (
    <div>
      <Section title={t('what')}>
        <div className={classes.fields}>
          {children}
          {isNew && <KindSelect value={draft.kind} onChange={(kind) => onChange({ ...draft, kind })} />}
          <LevelSelect
            value={draft.level}
            isSet={!isNew}
            onChange={(level) => onChange({ ...draft, level })}
          />
          <TextInput
            className={classes.wide ?? ''}
            label={t('meetingTitle')}
            value={draft.title}
            maxLength={300}
            required
            onChange={(event) => onChange({ ...draft, title: event.currentTarget.value })}
          />
          <div className={classes.wide}>
            <TimeFields times={draft.times} onChange={(times) => onChange(withTimes(draft, times))} />
          </div>
        </div>
      </Section>
      <PeopleFields template={template} put={put} />
      <SiteFields
        kind={draft.kind}
        ownerId={unitId}
        sites={template.sites}
        onChange={(sites) => put({ sites })}
      />
      {isNew && <AgendaFields agenda={template.agenda} onChange={(agenda) => put({ agenda })} />}
    </div>
  );
}
