import { Problem } from '@diemcau/client/problem';
import type { ItemAnswer, ItemFound } from '@diemcau/contracts/meetings/checks-test';
import type { ClosingCheck } from '@diemcau/contracts/meetings/closing';
import { Button, Textarea } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useAct } from '../../../admin/forms/use-act';
import { Trouble } from '../../../admin/parts/Trouble';
import { equipmentKey, maintenanceKey } from '../../sites/equipment/queries';
import { ItemLines } from '../checks/steps/ItemLines';
import classes from '../checks/steps/steps.module.css';
import { closingKey, submitClosing } from './queries';
import { useTexts } from './texts';

interface Props {
  readonly check: ClosingCheck;
  readonly wordsOf: (key: string) => string;
  /** The list is another by now, or somebody else was quicker. */
  readonly onStale: () => unknown;
}

const doneOrNot: readonly ItemAnswer[] = ['ok', 'faulty'];

export function ClosingForm({ check, wordsOf, onStale }: Props) {
  const { occurrenceId, siteId, expected } = check;
  const t = useTexts();
  const [found, setFound] = useState<ItemFound[]>([]);
  const [note, setNote] = useState('');
  const submit = useAct(submitClosing, {
    done: t('sent'),
    changes: [closingKey, maintenanceKey, equipmentKey],
  });
  const { error } = submit;
  useEffect(() => {
    if (error instanceof Problem && error.code.startsWith('closing.')) onStale();
  }, [error, onStale]);
  const items = found.filter(({ key }) => expected.some((one) => one.key === key));
  const left = expected.length - items.length;
  const words = note.trim();
  return (
    <div className={classes.steps}>
      <p>{t('intro')}</p>
      <ItemLines
        expected={expected}
        found={items}
        onChange={setFound}
        roomAnswers={doneOrNot}
        wordsOf={wordsOf}
      />
      <Textarea
        label={t('note')}
        maxLength={500}
        autosize
        minRows={2}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Trouble error={error} />
      <div className={classes.actions}>
        <span role="status">{left > 0 && t('left', { n: left })}</span>
        <Button
          size="md"
          disabled={left > 0}
          loading={submit.isPending}
          onClick={() => submit.mutate({ occurrenceId, siteId, items, ...(words && { note: words }) })}
        >
          {t('send')}
        </Button>
      </div>
    </div>
  );
}
