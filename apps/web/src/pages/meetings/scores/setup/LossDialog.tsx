import { Dialog } from '../../../../admin/parts/Dialog';
import { useTexts } from '../texts';
import type { Losses } from './draft';

interface Props {
  readonly losses: Losses;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onAct: () => void;
  readonly onClose: () => void;
}

/** Says which scores go before they are gone. */
export function LossDialog({ losses, ...dialog }: Props) {
  const t = useTexts();
  const lines = [
    [losses.criteria, 'loseCriteria'],
    [losses.contestants, 'loseContestants'],
    [losses.jury, 'loseJury'],
    [losses.lower, 'loseLower'],
  ] as const;
  return (
    <Dialog opened danger title={t('loseTitle')} act={t('loseAct')} {...dialog}>
      <p>{t('loseText')}</p>
      <ul>{lines.map(([n, words]) => n > 0 && <li key={words}>{t(words, { n })}</li>)}</ul>
    </Dialog>
  );
}
