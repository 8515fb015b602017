import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../../../../admin/parts/Dialog';
import { useTexts } from '../texts';
import { newOnes, type Pasted, pastedPeople } from './paste';

interface Props {
  readonly there: readonly Pasted[];
  readonly onAdd: (people: readonly Pasted[]) => void;
  readonly onClose: () => void;
}

/** Many contestants at once, from Excel or a letter. */
export function PasteDialog({ there, onAdd, onClose }: Props) {
  const t = useTexts();
  const [text, setText] = useState('');
  const found = pastedPeople(text);
  const added = newOnes(found, there);
  return (
    <Dialog
      opened
      title={t('pasteTitle')}
      act={t('pasteAct')}
      ready={added.length > 0}
      onClose={onClose}
      onAct={() => {
        onAdd(added);
        onClose();
      }}
    >
      <p>{t('pasteText')}</p>
      <Textarea
        label={t('pasteLabel')}
        placeholder={t('pasteExample')}
        value={text}
        autosize
        minRows={6}
        maxRows={14}
        data-autofocus
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <p role="status">
        {t('pasteFound', { n: added.length })}
        {found.length > added.length && ` · ${t('pasteTwice', { n: found.length - added.length })}`}
      </p>
    </Dialog>
  );
}
