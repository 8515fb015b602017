import type { InvitationState } from '@diemcau/contracts/meetings/invitations';
import IconEye from '@tabler/icons-react/dist/esm/icons/IconEye.mjs';
import IconMail from '@tabler/icons-react/dist/esm/icons/IconMail.mjs';
import IconUserShare from '@tabler/icons-react/dist/esm/icons/IconUserShare.mjs';
import { StateChip, type Tone } from '../../../admin/parts/StateChip';
import { useTexts } from './texts';

const tones: Record<InvitationState, Tone> = {
  queued: 'neutral',
  sent: 'waiting',
  viewed: 'waiting',
  accepted: 'good',
  declined: 'bad',
  delegated: 'good',
  revoked: 'neutral',
};
const icons = { sent: IconMail, viewed: IconEye, delegated: IconUserShare } as const;

export function InvitationStateChip({ state }: { state: InvitationState }) {
  const t = useTexts();
  const icon = state in icons ? icons[state as keyof typeof icons] : undefined;
  return (
    <StateChip tone={tones[state]} {...(icon && { icon })}>
      {t(`state_${state}`)}
    </StateChip>
  );
}
