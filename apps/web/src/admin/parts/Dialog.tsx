import { Button, Group, Modal } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { goToUnreadable } from '../dates/unreadable';
import { Trouble } from './Trouble';
import classes from './parts.module.css';
import { useTexts } from './texts';
import { useFocusBack } from './use-focus-back';

interface Props {
  readonly opened: boolean;
  readonly title: string;
  readonly onClose: () => void;
  /** What the button says: the act, never "OK". */
  readonly act: string;
  readonly onAct: () => void;
  readonly busy?: boolean;
  readonly ready?: boolean;
  readonly error?: unknown;
  readonly danger?: boolean;
  readonly width?: number;
  readonly children: ReactNode;
}

/**
 * A form in a dialog: fields, what the server answered, cancel and act. Enter acts. Once somebody wrote in it, a click beside
 * it closes it no more: only its buttons do.
 * `<Dialog opened title act={t('save')} onAct={save.mutate} busy={save.isPending} error={save.error} onClose={close}>`
 */
export function Dialog(props: Props) {
  const t = useTexts();
  const { opened, title, onClose, act, onAct, busy = false, ready = true, danger = false } = props;
  const [touched, setTouched] = useState(false);
  useFocusBack(opened);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    event.stopPropagation();
    if (ready && !busy && !goToUnreadable(event.currentTarget)) onAct();
  };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={props.width ?? 560}
      centered
      closeOnClickOutside={!touched}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form className={classes.form} onSubmit={submit} onInput={() => setTouched(true)} noValidate>
        {props.children}
        <Trouble error={props.error} />
        <Group justify="flex-end" mt="xs">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={busy} disabled={!ready} {...(danger && { color: 'red.9' })}>
            {act}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
