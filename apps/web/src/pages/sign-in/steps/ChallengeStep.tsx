import type { Challenge } from '@diemcau/contracts/identity/sessions';
import { Button } from '@mantine/core';
import { useTexts } from '../texts';
import type { SignInFlow } from '../use-sign-in';
import { EnrolStep } from './EnrolStep';
import { FirstPasswordStep } from './FirstPasswordStep';
import { SecondFactorStep } from './SecondFactorStep';
import { StepCard } from './StepCard';

interface Props {
  readonly challenge: Challenge;
  readonly flow: SignInFlow;
}

/** What is still missing before somebody is in. */
export function ChallengeStep({ challenge, flow }: Props) {
  const t = useTexts();
  const [title, intro, form] = stepOf(challenge, flow);
  return (
    <StepCard title={t(title)} intro={t(intro)}>
      {form}
      <Button variant="subtle" fullWidth mt="sm" onClick={flow.startAgain}>
        {t('startAgain')}
      </Button>
    </StepCard>
  );
}

function stepOf(challenge: Challenge, flow: SignInFlow) {
  switch (challenge.kind) {
    case 'newPassword':
      return [
        'firstTitle',
        'firstIntro',
        <FirstPasswordStep key="form" challenge={challenge} flow={flow} />,
      ] as const;
    case 'totp':
    case 'passkey':
      return [
        'factorTitle',
        'factorIntro',
        <SecondFactorStep key="form" challenge={challenge} flow={flow} />,
      ] as const;
    case 'enrolSecondFactor':
      return [
        'enrolTitle',
        'enrolIntro',
        <EnrolStep key="form" challenge={challenge} flow={flow} />,
      ] as const;
  }
}
