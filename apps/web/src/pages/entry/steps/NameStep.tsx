import type { Room } from '@diemcau/contracts/meetings/rooms';
import { Alert, Button } from '@mantine/core';
import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { type EntryName, faultOfName, type NameFault } from '../name-policy';
import { useTexts } from '../texts';
import { Step } from './Step';
import { UnitField } from './UnitField';

interface Props {
  readonly room: Room;
  readonly name: EntryName;
  /** What the server said of this name, in the guest's language. */
  readonly refusal: string | null;
  readonly onChange: (name: EntryName) => void;
  readonly onDone: () => void;
}

export function NameStep({ room, name, refusal, onChange, onDone }: Props) {
  const t = useTexts();
  const [fault, setFault] = useState<NameFault | null>(null);
  const words: Record<NameFault, string> = {
    empty: t('nameEmpty'),
    tooShort: t('nameTooShort', { words: room.namePolicy.minWords }),
    pattern: t('namePattern'),
    pickUnit: t('namePickUnit'),
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = faultOfName(name, room.namePolicy);
    setFault(found);
    if (!found) onDone();
  };
  const change = (next: EntryName) => {
    setFault(null);
    onChange(next);
  };
  return (
    <Step title={t('nameTitle')} intro={t('nameIntro')}>
      {room.locked && (
        <Alert color="yellow" icon={<IconLock aria-hidden="true" />}>
          {t('locked')}
        </Alert>
      )}
      <form onSubmit={submit} noValidate>
        <UnitField
          slug={room.slug}
          policy={room.namePolicy}
          name={name}
          error={fault ? words[fault] : refusal}
          onChange={change}
        />
        <Button type="submit" fullWidth mt="lg">
          {t('go')}
        </Button>
      </form>
      <p style={{ margin: 0 }}>
        {t('haveAccount')}{' '}
        <Link to="/sign-in" search={{ to: `/r/${room.slug}` }}>
          {t('signIn')}
        </Link>
      </p>
    </Step>
  );
}
