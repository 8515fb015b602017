import type { Invitation } from '@diemcau/contracts/meetings/invitations';
import { useTexts } from './texts';

type Invited = Pick<Invitation, 'siteName' | 'siteRole' | 'personName' | 'invitedAs'>;

/** Who is invited, and as what, in words: a site in its role, a person in their office. */
export function useInvited(): (invited: Invited) => { who: string; as: string } {
  const t = useTexts();
  return ({ siteName, siteRole, personName, invitedAs }) => ({
    who: siteName ?? personName ?? t('gone'),
    as: siteRole ? t(`role_${siteRole}`) : invitedAs ? t(`as_${invitedAs}`) : '',
  });
}
