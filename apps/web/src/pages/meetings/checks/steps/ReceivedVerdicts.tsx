import type { ReceivedPicture, ReceivedSound } from '@diemcau/contracts/media/mirror-figures';
import {
  type ReceivedReason,
  reasonsOfPicture,
  reasonsOfSound,
} from '@diemcau/contracts/meetings/check-limits';
import { Alert } from '@mantine/core';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconCircleX from '@tabler/icons-react/dist/esm/icons/IconCircleX.mjs';
import { formatDecimal } from '../../../../i18n/numbers';
import { useAdvice, useReasonWords } from './reasons';
import { useTexts } from './texts';

interface Received {
  readonly sound: ReceivedSound | null;
  readonly picture: ReceivedPicture | null;
}

/** What the media server received, judged by its own counting, and what may be done about it. */
export function ReceivedVerdicts({ received: { sound, picture } }: { received: Received }) {
  const t = useTexts();
  return (
    <>
      <Verdict
        name={t('sound')}
        good={t('soundGood')}
        reasons={reasonsOfSound(sound)}
        figures={
          sound && t('soundFigures', { dbov: sound.loudestDbov, loss: formatDecimal(sound.lossPercent, 1) })
        }
      />
      <Verdict
        name={t('picture')}
        good={t('pictureGood')}
        reasons={reasonsOfPicture(picture)}
        figures={
          picture &&
          t('pictureFigures', {
            width: picture.width,
            height: picture.height,
            fps: Math.round(picture.framesPerSecond),
            loss: formatDecimal(picture.lossPercent, 1),
          })
        }
      />
    </>
  );
}

function Verdict({
  name,
  good,
  reasons,
  figures,
}: {
  name: string;
  good: string;
  reasons: readonly ReceivedReason[];
  figures: string | null;
}) {
  const wordsOf = useReasonWords();
  const adviceOn = useAdvice();
  const fine = reasons.length === 0;
  return (
    <Alert
      role="status"
      color={fine ? 'teal' : 'red'}
      icon={fine ? <IconCircleCheck aria-hidden="true" /> : <IconCircleX aria-hidden="true" />}
      title={fine ? good : `${name}: ${reasons.map(wordsOf).join(' · ')}`}
    >
      {reasons.map((reason) => (
        <p key={reason}>{adviceOn(reason)}</p>
      ))}
      {figures && <small>{figures}</small>}
    </Alert>
  );
}
