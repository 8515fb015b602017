import { Problem } from '@diemcau/client/problem';
import { body } from '@diemcau/client/rest';
import { Button, Skeleton } from '@mantine/core';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconLinkOff from '@tabler/icons-react/dist/esm/icons/IconLinkOff.mjs';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { rest } from '../../api/rest';
import { FailureAlert } from '../../credentials/FailureAlert';
import { NewPasswordField, passwordRefusal } from '../../credentials/NewPasswordField';
import { lengthOf } from '../../credentials/strength';
import { useAttempt } from '../../credentials/use-attempt';
import { PageNote } from '../../parts/PageNote';
import { ProblemNote } from '../../parts/ProblemNote';
import { StepCard } from '../sign-in/steps/StepCard';
import classes from '../sign-in/SignInPage.module.css';
import { useTexts } from './texts';

const isOver = (error: unknown): boolean => error instanceof Problem && error.code === 'passwords.linkOver';

export function ChooseNewPassword({ token }: { token: string }) {
  const t = useTexts();
  const attempt = useAttempt();
  const [password, setPassword] = useState('');
  const [done, setDone] = useState(false);
  const link = useQuery({
    queryKey: ['reset', token],
    queryFn: () => body(rest.POST('/api/v1/password-resets/open', { body: { token } })),
    staleTime: Infinity,
  });
  if (done) {
    return (
      <PageNote icon={<IconCircleCheck size={36} />} title={t('doneTitle')} live>
        <p>{t('doneText')}</p>
        <Button renderRoot={(props) => <Link {...props} to="/sign-in" />}>{t('signIn')}</Button>
      </PageNote>
    );
  }
  if (isOver(link.error) || isOver(attempt.error)) {
    return (
      <PageNote icon={<IconLinkOff size={36} />} title={t('overTitle')}>
        <p>{t('overText')}</p>
        <Button component="a" href="/reset">
          {t('askAgain')}
        </Button>
      </PageNote>
    );
  }
  if (link.error) return <ProblemNote error={link.error} onRetry={() => void link.refetch()} />;
  if (!link.data) return <Skeleton height={320} radius="lg" aria-hidden="true" />;
  const { userName, passwordMinLength } = link.data;
  const refusal = passwordRefusal(attempt.error);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setDone(
      await attempt.run(() =>
        body(rest.POST('/api/v1/password-resets/redeem', { body: { token, password } })),
      ),
    );
  };
  return (
    <StepCard first title={t('chooseTitle')} intro={t('chooseIntro', { userName })}>
      <form onSubmit={(event) => void submit(event)} className={classes.form}>
        {refusal === null && <FailureAlert error={attempt.error} waitS={attempt.waitS} />}
        <input type="hidden" name="username" autoComplete="username" value={userName} />
        <NewPasswordField
          value={password}
          minLength={passwordMinLength}
          refusal={refusal}
          onChange={(value) => {
            setPassword(value);
            attempt.clear();
          }}
        />
        <Button
          type="submit"
          fullWidth
          loading={attempt.busy}
          disabled={lengthOf(password) < passwordMinLength || attempt.waitS > 0}
        >
          {t('save')}
        </Button>
      </form>
    </StepCard>
  );
}
