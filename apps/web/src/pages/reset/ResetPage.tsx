import { useEffect, useState } from 'react';
import { PageFrame } from '../../parts/PageFrame';
import { useTitle } from '../../parts/use-title';
import { AskForLink } from './AskForLink';
import { ChooseNewPassword } from './ChooseNewPassword';
import { useTexts } from './texts';

/** `/reset` asks for a link by e-mail, `/reset#<token>` is where the link leads. */
export function ResetPage() {
  const t = useTexts();
  useTitle(t('title'));
  // Behind the # it is sent to no server and stands in no log; out of the address bar at once.
  const [token, setToken] = useState(takeToken);
  useEffect(() => {
    // A link pasted where this page stands already loads nothing anew.
    const arrived = () => setToken(takeToken());
    addEventListener('hashchange', arrived);
    return () => removeEventListener('hashchange', arrived);
  }, []);
  return <PageFrame>{token ? <ChooseNewPassword key={token} token={token} /> : <AskForLink />}</PageFrame>;
}

let taken: string | null = null;

function takeToken(): string | null {
  const found = location.hash.replace(/^#(token=)?/, '');
  if (!/^[\w-]{16,100}$/.test(found)) return taken;
  taken = found;
  history.replaceState(history.state, '', location.pathname);
  return taken;
}
