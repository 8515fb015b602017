import type { DeviceKind, SessionView } from '@diemcau/contracts/identity/sessions';
import { Button } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import IconDeviceDesktop from '@tabler/icons-react/dist/esm/icons/IconDeviceDesktop.mjs';
import IconDeviceMobile from '@tabler/icons-react/dist/esm/icons/IconDeviceMobile.mjs';
import IconDeviceTablet from '@tabler/icons-react/dist/esm/icons/IconDeviceTablet.mjs';
import IconHelpCircle from '@tabler/icons-react/dist/esm/icons/IconHelpCircle.mjs';
import IconTerminal2 from '@tabler/icons-react/dist/esm/icons/IconTerminal2.mjs';
import { formatInstant } from '../../../admin/dates/format';
import { StateChip } from '../../../admin/parts/StateChip';
import classes from '../AccountPage.module.css';
import { useTexts } from './texts';

const icons: Record<DeviceKind, Icon> = {
  computer: IconDeviceDesktop,
  phone: IconDeviceMobile,
  tablet: IconDeviceTablet,
  program: IconTerminal2,
  unknown: IconHelpCircle,
};

interface Props {
  readonly session: SessionView;
  readonly busy: boolean;
  /** None: only to be looked at. */
  readonly onEnd?: (() => void) | undefined;
}

/** One sign-in: what on, where from, since when. */
export function SessionRow({ session, busy, onEnd }: Props) {
  const t = useTexts();
  const { device, address, network, way, startedAt, lastSeenAt, current } = session;
  const Mark = icons[device.kind];
  const named = [device.browser, device.system].filter((part) => part !== null).join(' · ');
  const place = [...(address === null ? [] : [address]), t(`network_${network}`)].join(', ');
  return (
    <li className={classes.row}>
      <Mark size={22} aria-hidden="true" />
      <div className={classes.rowText}>
        <div className={classes.rowName}>
          {named || t(`device_${device.kind}`)}
          {current && <StateChip tone="good">{t('current')}</StateChip>}
        </div>
        <div className={classes.rowFacts}>{place}</div>
        <div className={classes.rowFacts}>
          {t('since', { at: formatInstant(startedAt) })} ({t(`way_${way}`)}) ·{' '}
          {t('lastSeen', { at: formatInstant(lastSeenAt) })}
        </div>
      </div>
      {onEnd && !current && (
        <div className={classes.rowTools}>
          <Button
            variant="subtle"
            size="compact-md"
            color="red.8"
            disabled={busy}
            aria-label={t('endOne', { device: named || t(`device_${device.kind}`) })}
            onClick={onEnd}
          >
            {t('end')}
          </Button>
        </div>
      )}
    </li>
  );
}
