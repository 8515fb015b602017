import { Problem } from '@diemcau/client/problem';
import { body } from '@diemcau/client/rest';
import { Button } from '@mantine/core';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconLinkOff from '@tabler/icons-react/dist/esm/icons/IconLinkOff.mjs';
import IconMail from '@tabler/icons-react/dist/esm/icons/IconMail.mjs';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { rest } from '../../api/rest';
import { FailureAlert } from '../../credentials/FailureAlert';
import { useAttempt } from '../../credentials/use-attempt';
import { PageFrame } from '../../parts/PageFrame';
import { PageNote } from '../../parts/PageNote';
import { useTitle } from '../../parts/use-title';
import { useTexts } from './texts';

const isOver = (error: unknown): boolean => error instanceof Problem && error.code === 'emails.linkOver';

const tokenInAddress = (): string => location.hash.replace(/^#token=/, '');

/** `/email#token=…`: where the link of a confirmation mail leads. Somebody presses; programs that read mails do not. */
export function EmailPage() {
  const t = useTexts();
  useTitle(t('title'));
  // Behind the # it is sent to no server and stands in no log.
  const [token, setToken] = useState(tokenInAddress);
  const attempt = useAttempt();
  const [email, setEmail] = useState<string | null>(null);
  const { clear } = attempt;
  useEffect(() => {
    // A link pasted where this page stands already loads nothing anew.
    const arrived = () => {
      clear();
      setEmail(null);
      setToken(tokenInAddress());
    };
    addEventListener('hashchange', arrived);
    return () => removeEventListener('hashchange', arrived);
  }, [clear]);
  const account = <Button renderRoot={(props) => <Link {...props} to="/account" />}>{t('account')}</Button>;
  const confirm = () =>
    attempt.run(async () => {
      const confirmed = await body(rest.POST('/api/v1/email-confirmations', { body: { token } }));
      setEmail(confirmed.email);
      history.replaceState(history.state, '', location.pathname);
    });
  return (
    <PageFrame>
      {email !== null ? (
        <PageNote icon={<IconCircleCheck size={36} />} title={t('doneTitle')} live>
          <p>{t('doneText', { email })}</p>
          {account}
        </PageNote>
      ) : token === '' || isOver(attempt.error) ? (
        <PageNote icon={<IconLinkOff size={36} />} title={t('overTitle')} live>
          <p>{t('overText')}</p>
          {account}
        </PageNote>
      ) : (
        <PageNote icon={<IconMail size={36} />} title={t('title')}>
          <p>{t('text')}</p>
          <FailureAlert error={attempt.error} waitS={attempt.waitS} />
          <Button onClick={() => void confirm()} loading={attempt.busy} disabled={attempt.waitS > 0}>
            {t('confirm')}
          </Button>
        </PageNote>
      )}
    </PageFrame>
  );
}
