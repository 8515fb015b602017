import type { PeerRole } from '@diemcau/contracts/media/room-state';
import IconMicrophone from '@tabler/icons-react/dist/esm/icons/IconMicrophone.mjs';
import IconShieldCheck from '@tabler/icons-react/dist/esm/icons/IconShieldCheck.mjs';
import IconUser from '@tabler/icons-react/dist/esm/icons/IconUser.mjs';
import { useMe } from '../room-context';
import classes from './header.module.css';
import { useTexts } from './texts';

const icons: Record<PeerRole, typeof IconUser> = {
  host: IconShieldCheck,
  presenter: IconMicrophone,
  participant: IconUser,
};

/** One's own right in the room (TM-2c), always in sight. */
export function RoleChip() {
  const t = useTexts();
  const me = useMe();
  if (!me) return null;
  const Icon = icons[me.role];
  return (
    <span className={classes.chip} data-role={me.role} aria-label={t('yourRole', { role: t(me.role) })}>
      <Icon size="1.1em" aria-hidden="true" />
      <span className={classes.chipText}>{t(me.role)}</span>
    </span>
  );
}
