import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useAccount } from '../../account/account';
import { RecoveryCodes } from '../../credentials/RecoveryCodes';
import { useTexts as useCredentialTexts } from '../../credentials/texts';
import { PageFrame } from '../../parts/PageFrame';
import { useTitle } from '../../parts/use-title';
import { ChallengeStep } from './steps/ChallengeStep';
import { StartStep } from './steps/StartStep';
import { StepCard } from './steps/StepCard';
import { useTexts } from './texts';
import { useSignIn } from './use-sign-in';

export function SignInPage() {
  const t = useTexts();
  const tc = useCredentialTexts();
  const { to = '/' } = useSearch({ from: '/sign-in' });
  const account = useAccount();
  const navigate = useNavigate();
  const flow = useSignIn();
  useTitle(t('title'));
  const signedIn = account !== null && account !== 'asking';
  useEffect(() => {
    if (signedIn) void navigate({ to, replace: true });
  }, [signedIn, navigate, to]);
  const { stage } = flow;
  return (
    <PageFrame>
      {stage.at === 'challenge' && (
        <ChallengeStep key={stage.challenge.token} challenge={stage.challenge} flow={flow} />
      )}
      {stage.at === 'codes' && (
        <StepCard title={tc('codesTitle')} intro={tc('codesText')}>
          <RecoveryCodes codes={stage.codes} onDone={flow.finish} />
        </StepCard>
      )}
      {(stage.at === 'start' || stage.at === 'done') && (
        <StartStep flow={flow} notice={stage.at === 'start' ? stage.notice : null} />
      )}
    </PageFrame>
  );
}
