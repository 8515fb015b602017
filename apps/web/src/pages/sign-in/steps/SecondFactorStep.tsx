import type { Challenge, SecondFactorWay } from '@diemcau/contracts/identity/sessions';
import { Button } from '@mantine/core';
import { useState } from 'react';
import classes from '../SignInPage.module.css';
import { useTexts } from '../texts';
import type { SignInFlow } from '../use-sign-in';
import { PasskeyWay } from './PasskeyWay';
import { RecoveryCodeWay } from './RecoveryCodeWay';
import { TotpWay } from './TotpWay';

interface Props {
  readonly challenge: Challenge;
  readonly flow: SignInFlow;
}

/** A second factor in one of the ways the account has; the others stay one press away. */
export function SecondFactorStep({ challenge, flow }: Props) {
  const t = useTexts();
  const [way, setWay] = useState<SecondFactorWay>(challenge.kind === 'passkey' ? 'passkey' : 'totp');
  const { token } = challenge;
  const others = challenge.ways.filter((other) => other !== way);
  return (
    <>
      {way === 'totp' && <TotpWay token={token} flow={flow} />}
      {way === 'passkey' && <PasskeyWay token={token} flow={flow} />}
      {way === 'recoveryCode' && <RecoveryCodeWay token={token} flow={flow} />}
      {others.length > 0 && (
        <div className={classes.ways}>
          {others.map((other) => (
            <Button key={other} variant="default" size="sm" onClick={() => setWay(other)}>
              {t(`way_${other}`)}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}
