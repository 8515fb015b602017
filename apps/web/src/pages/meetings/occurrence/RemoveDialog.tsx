import { useAct } from '../../../admin/forms/use-act';
import { Dialog } from '../../../admin/parts/Dialog';
import { meetingsKey } from './queries';
import { useTexts } from './texts';

interface Props {
  readonly title: string;
  /** What goes with it. */
  readonly text: string;
  readonly done: string;
  readonly onRemove: () => Promise<unknown>;
  readonly onClose: () => void;
}

/** A second look before something of a meeting goes. */
export function RemoveDialog({ title, text, done, onRemove, onClose }: Props) {
  const t = useTexts();
  const act = useAct(onRemove, { changes: [meetingsKey], done, after: onClose });
  return (
    <Dialog
      opened
      danger
      title={title}
      act={t('remove')}
      onAct={() => act.mutate()}
      onClose={onClose}
      busy={act.isPending}
      error={act.error}
    >
      <p>{text}</p>
    </Dialog>
  );
}
