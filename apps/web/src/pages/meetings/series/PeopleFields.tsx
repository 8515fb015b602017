import type { SeriesTemplate } from '@diemcau/contracts/meetings/series-template';
import { Select, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { DayField } from '../../../admin/dates/DayField';
import { Section } from '../../../admin/parts/Section';
import { PersonPicker } from '../../../admin/people/PersonPicker';
import { myRoomsQuery } from '../../../api/my-rooms';
import { personQuery } from './queries';
import classes from './series.module.css';
import { useTexts } from './texts';

interface Props {
  readonly template: SeriesTemplate;
  readonly put: (changes: Partial<SeriesTemplate>) => void;
}

/** Who presides, where online, who is to come, by which letter. */
export function PeopleFields({ template, put }: Props) {
  const t = useTexts();
  const rooms = useQuery(myRoomsQuery());
  const dispatch = template.dispatch ?? { number: '', date: '' };
  const putDispatch = (changes: Partial<typeof dispatch>) => {
    const next = { ...dispatch, ...changes };
    put({ dispatch: next.number.trim() === '' && next.date === '' ? null : next });
  };
  return (
    <Section title={t('people')}>
      <div className={classes.fields}>
        <Person label={t('chair')} value={template.chairId} onChange={(chairId) => put({ chairId })} />
        <Person
          label={t('director')}
          value={template.directorId}
          onChange={(directorId) => put({ directorId })}
        />
        <Person
          label={t('secretary')}
          value={template.secretaryId}
          onChange={(secretaryId) => put({ secretaryId })}
        />
        <Select
          label={t('room')}
          data={(rooms.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={template.roomId}
          clearable
          searchable
          onChange={(roomId) => put({ roomId })}
        />
        <Textarea
          className={classes.wide}
          label={t('composition')}
          value={template.composition ?? ''}
          maxLength={2000}
          autosize
          minRows={2}
          onChange={(event) => put({ composition: event.currentTarget.value || null })}
        />
        <TextInput
          label={t('dispatchNumber')}
          value={dispatch.number}
          maxLength={60}
          error={lacks(dispatch.number, dispatch.date) && t('dispatchLacksNumber')}
          onChange={(event) => putDispatch({ number: event.currentTarget.value })}
        />
        <DayField
          label={t('dispatchDate')}
          value={dispatch.date || null}
          error={lacks(dispatch.date, dispatch.number) && t('dispatchLacksDate')}
          onChange={(date) => putDispatch({ date: date ?? '' })}
        />
      </div>
    </Section>
  );
}

/** A letter has a number and a date: one of them alone is not kept. */
const lacks = (one: string, other: string): boolean => one.trim() === '' && other.trim() !== '';

interface PersonProps {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (userId: string | null) => void;
}

/** Says who it is also where the list of people does not begin with them. */
function Person({ label, value, onChange }: PersonProps) {
  const t = useTexts();
  const known = useQuery(personQuery(value));
  return (
    <PersonPicker
      label={label}
      kind="staff"
      value={value}
      onChange={onChange}
      {...(value && known.data && { description: t('nowIs', { name: known.data.displayName }) })}
    />
  );
}
