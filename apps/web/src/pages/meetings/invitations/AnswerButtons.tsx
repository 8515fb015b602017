import type { InvitationAnswer, InvitationState } from '@diemcau/contracts/meetings/invitations';
import { Button } from '@mantine/core';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconUserShare from '@tabler/icons-react/dist/esm/icons/IconUserShare.mjs';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import classes from './invitations.module.css';
import { useTexts } from './texts';

interface Props {
  readonly state: InvitationState;
  readonly busy: boolean;
  /** Without it nobody can be sent instead. */
  readonly mayDelegate: boolean;
  readonly onChoose: (answer: InvitationAnswer) => void;
}

/** The present answer stands out; each can be chosen again. */
export function AnswerButtons({ state, busy, mayDelegate, onChoose }: Props) {
  const t = useTexts();
  const of = (answer: InvitationAnswer) => ({
    variant: state === answer ? 'light' : answer === 'accepted' ? 'filled' : 'default',
    'aria-pressed': state === answer,
    disabled: busy,
    onClick: () => onChoose(answer),
  });
  return (
    <div className={classes.answers}>
      <Button {...of('accepted')} leftSection={<IconCheck size={18} aria-hidden="true" />}>
        {t('accept')}
      </Button>
      <Button {...of('declined')} leftSection={<IconX size={18} aria-hidden="true" />}>
        {t('decline')}
      </Button>
      {mayDelegate && (
        <Button {...of('delegated')} leftSection={<IconUserShare size={18} aria-hidden="true" />}>
          {t('delegate')}
        </Button>
      )}
    </div>
  );
}
