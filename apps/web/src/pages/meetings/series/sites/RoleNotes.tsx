import type { MeetingType } from '@diemcau/contracts/meetings/meeting-types';
import type { TemplateSite } from '@diemcau/contracts/meetings/series-template';
import classes from './sites.module.css';
import { useTexts } from './texts';

interface Props {
  /** Undefined until the types are known. */
  readonly type: Pick<MeetingType, 'mainSite' | 'standbyNeeded'> | undefined;
  readonly sites: readonly TemplateSite[];
}

/** Which roles are still to be filled, and how the type of the meeting fills them (HB-2.1). */
export function RoleNotes({ type, sites }: Props) {
  const t = useTexts();
  const has = (wanted: TemplateSite['role']) => sites.some(({ role }) => role === wanted);
  if (!type) return null;
  return (
    <>
      {!has('main') && <p className={classes.quiet}>{t(`main_${type.mainSite}`)}</p>}
      {type.standbyNeeded && !has('standby') && <p className={classes.quiet}>{t('standby')}</p>}
    </>
  );
}
