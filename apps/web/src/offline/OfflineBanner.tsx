import IconWifiOff from '@tabler/icons-react/dist/esm/icons/IconWifiOff.mjs';
import classes from './OfflineBanner.module.css';
import { useTexts } from './texts';
import { useOnline } from './use-online';

export function OfflineBanner() {
  const t = useTexts();
  if (useOnline()) return null;
  return (
    <div className={classes.banner} role="alert">
      <IconWifiOff size={20} aria-hidden="true" />
      {t('offline')}
    </div>
  );
}
