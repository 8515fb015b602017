import IconWifiOff from '@tabler/icons-react/dist/esm/icons/IconWifiOff.mjs';
import { useUnanswered } from '../account/account';
import classes from './OfflineBanner.module.css';
import { useTexts } from './texts';
import { useOnline } from './use-online';

/** Says that nothing can be fetched or sent for now, and that nobody has to do anything about it here. */
export function OfflineBanner() {
  const t = useTexts();
  const online = useOnline();
  const unanswered = useUnanswered();
  if (online && !unanswered) return null;
  return (
    <div className={classes.banner} role="alert">
      <IconWifiOff size={20} aria-hidden="true" />
      {t(online ? 'unreachable' : 'offline')}
    </div>
  );
}
