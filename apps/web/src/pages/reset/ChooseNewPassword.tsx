import { Problem } from '@diemcau/client/problem';
import { body } from '@diemcau/client/rest';
import { Button, Skeleton } from '@mantine/core';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconLinkOff from '@tabler/icons-react/dist/esm/icons/IconLinkOff.mjs';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { rest } from '../../api/rest';
import { useAttempt } from '../../credentials/use-attempt';
import { PageNote } from '../../parts/PageNote';
import { ProblemNote } from '../../parts/ProblemNote';
import { NewPasswordForm } from '../sign-in/steps/NewPasswordForm';
import { StepCard } from '../sign-in/steps/StepCard';
import { useTexts } from './texts';

const isOver = (error: unknown): boolean => error instanceof Problem && error.code === 'passwords.linkOver';

export function ChooseNewPassword({ token }: { token: string }) {
  const t = useTexts();
  const attempt = useAttempt();
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
  const redeem = (password: string) => () =>
    body(rest.POST('/api/v1/password-resets/redeem', { body: { token, password } }));
  return (
    <StepCard first title={t('chooseTitle')} intro={t('chooseIntro', { userName })}>
      <NewPasswordForm
        attempt={attempt}
        minLength={passwordMinLength}
        userName={userName}
        submit={t('save')}
        onSubmit={(password) => void attempt.run(redeem(password)).then(setDone)}
      />
    </StepCard>
  );
}
