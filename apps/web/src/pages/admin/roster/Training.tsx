import type { RosterEntry } from '@diemcau/contracts/identity/roster';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { DayField } from '../../../admin/dates/DayField';
import { formatDay, today } from '../../../admin/dates/format';
import { useFaults } from '../../../admin/forms/faults';
import { useAct } from '../../../admin/forms/use-act';
import { useTextFields } from '../../../admin/forms/use-text-fields';
import { Dialog } from '../../../admin/parts/Dialog';
import { Trouble } from '../../../admin/parts/Trouble';
import { addTraining, removeTraining, rosterKey } from './queries';
import classes from './roster.module.css';
import { useTexts } from './texts';

/** Courses that somebody has been through (HB-11.2), the latest first. */
export function Training({ entry, keeps }: { entry: RosterEntry; keeps: boolean }) {
  const t = useTexts();
  const [adding, setAdding] = useState(false);
  const remove = useAct(removeTraining, { done: t('trainingRemoved'), changes: [rosterKey] });
  return (
    <section aria-label={t('training')}>
      <div className={classes.head}>
        <h3>{t('training')}</h3>
        {keeps && (
          <Button variant="default" size="compact-md" onClick={() => setAdding(true)}>
            {t('addTraining')}
          </Button>
        )}
      </div>
      <Trouble error={remove.error} />
      {entry.training.length === 0 && <p className={classes.quiet}>{t('noTraining')}</p>}
      <ul className={classes.list}>
        {entry.training.map(({ id, course, date, issuer, certificateNo }) => (
          <li key={id}>
            <div>
              <b>{course}</b>
              <div className={classes.quiet}>
                {[formatDay(date), issuer, certificateNo && t('certificate', { no: certificateNo })]
                  .filter(Boolean)
                  .join(' · ')}
              </div>
            </div>
            {keeps && (
              <Button
                variant="subtle"
                color="red.9"
                size="compact-sm"
                aria-label={t('removeTraining', { course })}
                onClick={() => remove.mutate({ entryId: entry.id, trainingId: id })}
              >
                {t('removeShort')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {adding && <TrainingDialog entryId={entry.id} onClose={() => setAdding(false)} />}
    </section>
  );
}

function TrainingDialog({ entryId, onClose }: { entryId: string; onClose: () => void }) {
  const t = useTexts();
  const [date, setDate] = useState<string | null>(today);
  const add = useAct(addTraining, { done: t('trainingAdded'), changes: [rosterKey], after: onClose });
  const faultOf = useFaults(add.error);
  const [fields, text] = useTextFields(
    { course: '', issuer: '', certificateNo: '' },
    { label: t, error: add.error },
  );
  const submit = () => {
    const { course, issuer, certificateNo } = fields;
    if (date)
      add.mutate({
        entryId,
        course: course.trim(),
        date,
        issuer: issuer.trim() || null,
        certificateNo: certificateNo.trim() || null,
      });
  };
  return (
    <Dialog
      opened
      title={t('addTraining')}
      onClose={onClose}
      act={t('save')}
      onAct={submit}
      busy={add.isPending}
      ready={fields.course.trim() !== '' && date !== null}
      error={add.error}
    >
      <TextInput {...text('course', 200)} required data-autofocus />
      <DayField label={t('date')} value={date} onChange={setDate} error={faultOf('date')} required />
      <TextInput {...text('issuer', 200)} />
      <TextInput {...text('certificateNo', 60)} />
    </Dialog>
  );
}
