import type { MeetingKind } from '@diemcau/contracts/meetings/vocabulary';
import { Select, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { Section } from '../../../admin/parts/Section';
import { AgendaFields } from '../series/AgendaFields';
import { PeopleFields } from '../series/PeopleFields';
import { SiteFields } from '../series/SiteFields';
import type { MeetingDraft } from './meeting-draft';
import classes from './occurrence.module.css';
import { TimeFields } from './TimeFields';
import { useTexts } from './texts';
import { useMeetingWords } from './words';

const kinds = [
  'conference',
  'briefing',
  'training',
  'professionalActivity',
  'classObservation',
  'demonstrationLesson',
  'teacherContest',
] as const satisfies readonly MeetingKind[];

interface Props {
  readonly draft: MeetingDraft;
  readonly onChange: (draft: MeetingDraft) => void;
  /** Of a new one: type and agenda too. */
  readonly isNew: boolean;
  /** Before everything else. */
  readonly children?: ReactNode;
}

/** Everything one says of a meeting. */
export function MeetingFields({ draft, onChange, isNew, children }: Props) {
  const t = useTexts();
  const words = useMeetingWords();
  const { template } = draft;
  const put = (changes: Partial<MeetingDraft['template']>) =>
    onChange({ ...draft, template: { ...template, ...changes } });
  return (
    <div>
      <Section title={t('what')}>
        <div className={classes.fields}>
          {children}
          {isNew && (
            <Select
              size="md"
              label={t('kind')}
              data={kinds.map((kind) => ({ value: kind, label: words(`kind_${kind}`) }))}
              value={draft.kind}
              allowDeselect={false}
              onChange={(kind) => onChange({ ...draft, kind: kind as MeetingKind })}
            />
          )}
          <TextInput
            className={classes.wide ?? ''}
            label={t('meetingTitle')}
            value={draft.title}
            maxLength={300}
            required
            onChange={(event) => onChange({ ...draft, title: event.currentTarget.value })}
          />
          <div className={classes.wide}>
            <TimeFields times={draft.times} onChange={(times) => onChange({ ...draft, times })} />
          </div>
        </div>
      </Section>
      <PeopleFields template={template} put={put} />
      <SiteFields sites={template.sites} onChange={(sites) => put({ sites })} />
      {isNew && <AgendaFields agenda={template.agenda} onChange={(agenda) => put({ agenda })} />}
    </div>
  );
}
