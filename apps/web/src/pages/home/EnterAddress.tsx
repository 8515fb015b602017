import { Button, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { slugIn } from './slug-in';
import classes from './home.module.css';
import { useTexts } from './texts';

/** Takes what stands in the invitation: the whole address or only the room's name. */
export function EnterAddress() {
  const t = useTexts();
  const navigate = useNavigate();
  const [address, setAddress] = useState('');
  const [fault, setFault] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const slug = slugIn(address);
    setFault(slug === null);
    if (slug) void navigate({ to: '/r/$slug', params: { slug } });
  };
  return (
    <form onSubmit={submit} className={classes.address} noValidate>
      <TextInput
        label={t('address')}
        placeholder="thanh-hoa"
        size="lg"
        value={address}
        error={fault ? t('addressFault') : null}
        autoCapitalize="none"
        spellCheck={false}
        onChange={(event) => {
          setFault(false);
          setAddress(event.currentTarget.value);
        }}
      />
      <Button type="submit" size="lg" className={classes.enter}>
        {t('enter')}
      </Button>
    </form>
  );
}
