import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Dialog } from './Dialog';
import { useTexts } from './texts';

interface Props {
  readonly opened: boolean;
  readonly title: string;
  /** What will happen, and what cannot be undone. */
  readonly children: ReactNode;
  /** What has to be typed: the name of what is touched. */
  readonly word: string;
  readonly act: string;
  readonly onAct: () => void;
  readonly onClose: () => void;
  readonly busy?: boolean;
  readonly error?: unknown;
  /** What else has to be filled in is. */
  readonly ready?: boolean;
}

const same = (typed: string, word: string): boolean =>
  typed.normalize('NFC').trim().toLocaleLowerCase('vi') ===
  word.normalize('NFC').trim().toLocaleLowerCase('vi');

/** For what destroys: says what it will do and acts once the name was typed. `<ConfirmByTyping word={user.userName} …>` */
export function ConfirmByTyping({ word, children, opened, ready = true, ...dialog }: Props) {
  const t = useTexts();
  const [typed, setTyped] = useState('');
  const [wasOpened, setWasOpened] = useState(opened);
  if (opened !== wasOpened) {
    setWasOpened(opened);
    setTyped('');
  }
  return (
    <Dialog {...dialog} opened={opened} ready={ready && same(typed, word)} danger>
      <div>{children}</div>
      <TextInput
        label={t('typeToConfirm', { word })}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        data-autofocus
      />
    </Dialog>
  );
}
