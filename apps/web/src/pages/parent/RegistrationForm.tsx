import '../../admin/styles';
import { Problem } from '@diemcau/client/problem';
import { body } from '@diemcau/client/rest';
import type { GuardianRegistered } from '@diemcau/contracts/identity/guardians';
import { Alert, Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { rest } from '../../api/rest';
import { FailureAlert } from '../../credentials/FailureAlert';
import { NewPasswordField, passwordRefusal } from '../../credentials/NewPasswordField';
import { useAttempt } from '../../credentials/use-attempt';
import { ProblemNote } from '../../parts/ProblemNote';
import { type Child, ChildFields } from './ChildFields';
import { consentQuery } from './consent-query';
import { ConsentField } from './ConsentField';
import classes from './ParentPage.module.css';
import { type Self, SelfFields, UserNameField } from './SelfFields';
import { useTexts } from './texts';

/** Of a guardian's own password, before anybody knows which province it is in; the server has the last word. */
const minLength = 8;
const nobody: Self = { displayName: '', phone: '', email: '', userName: '' };

export function RegistrationForm({ onDone }: { onDone: (registered: GuardianRegistered) => void }) {
  const t = useTexts();
  const attempt = useAttempt();
  const consent = useQuery(consentQuery());
  const [child, setChild] = useState<Child>({ code: '', birthDate: null, relation: 'mother' });
  const [self, setSelf] = useState(nobody);
  const [password, setPassword] = useState('');
  const [agreed, setAgreed] = useState(false);
  if (consent.error) return <ProblemNote error={consent.error} onRetry={() => void consent.refetch()} />;
  if (!consent.data) return <Skeleton height={480} radius="lg" mt="lg" aria-hidden="true" />;

  const missing = [
    ...(child.birthDate === null ? [t('needBirthDate')] : []),
    ...(agreed ? [] : [t('needAgree')]),
  ];
  const { version } = consent.data;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { birthDate } = child;
    if (birthDate === null || !agreed) return;
    const email = self.email.trim() || null;
    void attempt.run(async () => {
      try {
        onDone(
          await body(
            rest.POST('/api/v1/guardians', {
              body: { ...child, birthDate, ...self, email, password, consentVersion: version },
            }),
          ),
        );
      } catch (error) {
        if (error instanceof Problem && error.code === 'guardians.consentOutdated') {
          setAgreed(false);
          await consent.refetch();
        }
        throw error;
      }
    });
  };
  const refusal = passwordRefusal(attempt.error);
  return (
    <form onSubmit={submit} className={classes.form}>
      <section className={classes.part}>
        <h2>{t('childTitle')}</h2>
        <ChildFields child={child} onChange={setChild} />
      </section>
      <section className={classes.part}>
        <h2>{t('youTitle')}</h2>
        <SelfFields self={self} error={attempt.error} onChange={setSelf} />
      </section>
      <section className={classes.part}>
        <h2>{t('accountTitle')}</h2>
        <UserNameField self={self} error={attempt.error} onChange={setSelf} />
        <NewPasswordField
          value={password}
          minLength={minLength}
          refusal={refusal}
          onChange={(value) => {
            setPassword(value);
            attempt.clear();
          }}
        />
      </section>
      <section className={classes.part}>
        <h2>{t('consentTitle')}</h2>
        <ConsentField consent={consent.data} agreed={agreed} onChange={setAgreed} />
      </section>
      {refusal === null && <FailureAlert error={attempt.error} waitS={attempt.waitS} />}
      {missing.length > 0 && child.code !== '' && self.displayName !== '' && (
        <Alert color="gray">{t('needAll', { what: missing.join(', ') })}</Alert>
      )}
      <Button
        type="submit"
        size="lg"
        loading={attempt.busy}
        disabled={missing.length > 0 || attempt.waitS > 0}
      >
        {t('submit')}
      </Button>
    </form>
  );
}
