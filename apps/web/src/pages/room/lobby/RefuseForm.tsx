import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import classes from './lobby.module.css';
import { useTexts } from './texts';

interface Props {
  readonly busy: boolean;
  readonly onCancel: () => void;
  readonly onRefuse: (reason: string) => void;
}

/** A refusal always says why: the usual reasons are one press away. */
export function RefuseForm({ busy, onCancel, onRefuse }: Props) {
  const t = useTexts();
  const usual = [t('reasonName'), t('reasonNotInvited'), t('reasonDuplicate')];
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim().length >= 2) onRefuse(reason.trim());
  };
  return (
    <form onSubmit={submit} className={classes.refuse}>
      <div className={classes.usual}>
        {usual.map((words) => (
          <button key={words} type="button" onClick={() => setReason(words)}>
            {words}
          </button>
        ))}
      </div>
      <Textarea
        label={t('reason')}
        value={reason}
        maxLength={300}
        autosize
        minRows={2}
        maxRows={4}
        data-autofocus
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={classes.actions}>
        <Button type="submit" size="sm" color="red" loading={busy} disabled={reason.trim().length < 2}>
          {t('refuse')}
        </Button>
        <Button size="sm" variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
