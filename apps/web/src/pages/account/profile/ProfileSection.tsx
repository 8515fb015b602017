import { body } from '@diemcau/client/rest';
import type { Profile } from '@diemcau/contracts/identity/user-views';
import { Button, Group, Skeleton, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDay } from '../../../admin/dates/format';
import { useFaults } from '../../../admin/forms/faults';
import { notify } from '../../../admin/notices/notices';
import { Dialog } from '../../../admin/parts/Dialog';
import { Facts } from '../../../admin/parts/Facts';
import { Section } from '../../../admin/parts/Section';
import { Trouble } from '../../../admin/parts/Trouble';
import { rest } from '../../../api/rest';
import classes from '../AccountPage.module.css';
import { EmailDialog } from './EmailDialog';
import { useTexts } from './texts';

const key = ['me', 'profile'];

export function ProfileSection() {
  const t = useTexts();
  const [editing, setEditing] = useState<'phone' | 'email' | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: key,
    queryFn: () => body(rest.GET('/api/v1/me/profile')),
  });
  return (
    <Section
      title={t('title')}
      actions={
        data && (
          <Group gap="xs">
            <Button variant="default" size="sm" onClick={() => setEditing('phone')}>
              {t('changePhone')}
            </Button>
            <Button variant="default" size="sm" onClick={() => setEditing('email')}>
              {t('changeEmail')}
            </Button>
          </Group>
        )
      }
    >
      <Trouble error={data ? null : error} onRetry={refetch} />
      {!data && !error && <Skeleton height={160} aria-hidden="true" />}
      {data && <ProfileFacts profile={data} />}
      <p className={classes.soft} style={{ marginTop: '0.9rem' }}>
        {t('keptByOperator')}
      </p>
      {data && editing === 'phone' && <PhoneDialog profile={data} onClose={() => setEditing(null)} />}
      {data && editing === 'email' && <EmailDialog email={data.email} onClose={() => setEditing(null)} />}
    </Section>
  );
}

function ProfileFacts({ profile }: { profile: Profile }) {
  const t = useTexts();
  const { displayName, userName, code, unitName, email, phone, birthDate, classes: own } = profile;
  return (
    <Facts
      of={[
        [t('name'), displayName],
        [t('userName'), userName],
        code === null ? null : [t('code'), code],
        [t('unit'), unitName],
        own.length === 0
          ? null
          : [t('classes'), own.map((one) => `${one.name} (${one.schoolYear})`).join(', ')],
        birthDate === null ? null : [t('birthDate'), formatDay(birthDate)],
        [t('email'), email ?? t('none')],
        [t('phone'), phone ?? t('none')],
      ]}
    />
  );
}

function PhoneDialog({ profile, onClose }: { profile: Profile; onClose: () => void }) {
  const t = useTexts();
  const queries = useQueryClient();
  const [phone, setPhone] = useState(profile.phone ?? '');
  const save = useMutation({
    mutationFn: () =>
      body(
        rest.PATCH('/api/v1/me', {
          body: { version: profile.version, phone: phone.trim() === '' ? null : phone },
        }),
      ),
    onSuccess: (saved) => {
      queries.setQueryData(key, saved);
      notify('done', t('saved'));
      onClose();
    },
  });
  const faultOf = useFaults(save.error);
  return (
    <Dialog
      opened
      title={t('changePhone')}
      act={t('save')}
      onAct={save.mutate}
      busy={save.isPending}
      error={save.error}
      onClose={onClose}
    >
      <TextInput
        label={t('phone')}
        type="tel"
        autoComplete="tel"
        maxLength={25}
        value={phone}
        error={faultOf('phone')}
        onChange={(event) => setPhone(event.currentTarget.value)}
      />
    </Dialog>
  );
}
