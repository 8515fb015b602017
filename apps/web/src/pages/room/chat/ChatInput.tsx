import { ActionIcon, Textarea } from '@mantine/core';
import IconSend from '@tabler/icons-react/dist/esm/icons/IconSend.mjs';
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import { newId } from '../../../parts/new-id';
import { useRoom } from '../room-context';
import classes from './chat.module.css';
import { useTexts } from './texts';

const longest = 2000;

/** Enter sends, Shift+Enter breaks the line. What could not be sent stays in the field. */
export function ChatInput() {
  const t = useTexts();
  const { session } = useRoom();
  const [text, setText] = useState('');
  const [failed, setFailed] = useState(false);
  // The same line keeps its id until it is through: sent twice, it is said once.
  const id = useRef<string | null>(null);
  const send = async () => {
    const said = text.trim();
    if (said === '') return;
    id.current ??= newId();
    try {
      await session.commands.say(said, id.current);
      id.current = null;
      setText('');
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send();
  };
  const pressed = (event: KeyboardEvent) => {
    // While a Vietnamese input method composes, Enter belongs to it.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void send();
  };
  return (
    <form onSubmit={submit} className={classes.input}>
      <Textarea
        aria-label={t('write')}
        placeholder={t('write')}
        value={text}
        error={failed ? t('failed') : null}
        maxLength={longest}
        autosize
        minRows={1}
        maxRows={5}
        onKeyDown={pressed}
        onChange={(event) => {
          id.current = null;
          setText(event.currentTarget.value);
        }}
      />
      <ActionIcon type="submit" size="xl" aria-label={t('send')} disabled={text.trim() === ''}>
        <IconSend size="1.2rem" aria-hidden="true" />
      </ActionIcon>
    </form>
  );
}
