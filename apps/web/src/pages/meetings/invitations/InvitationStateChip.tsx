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

const waiting: ReadonlySet<InvitationState> = new Set(['queued', 'sent', 'viewed']);

interface Props {
  readonly state: InvitationState;
  /** Said to who is invited: all that is not answered waits for them, however far it has come. */
  readonly own?: boolean;
}

export function InvitationStateChip({ state, own = false }: Props) {
  const t = useTexts();
  if (own && waiting.has(state)) return <StateChip tone="waiting">{t('waiting')}</StateChip>;
  const icon = state in icons ? icons[state as keyof typeof icons] : undefined;
  return (
    <StateChip tone={tones[state]} {...(icon && { icon })}>
      {t(`state_${state}`)}
    </StateChip>
  );
}
