import { useBlocker } from '@tanstack/react-router';
import { Dialog } from '../parts/Dialog';
import { useTexts } from './texts';

interface Place {
  readonly current: { readonly pathname: string };
  readonly next: { readonly pathname: string };
}
/** Filters and tabs of the same page lose nothing. */
const isElsewhere = ({ current, next }: Place): boolean => current.pathname !== next.pathname;

/**
 * Within a form that is kept as a whole: who goes elsewhere, back, or closes the tab while something is unsaved is asked first.
 * What goes elsewhere because it was saved says so: `navigate({ to, ignoreBlocker: true })`.
 */
export function Unsaved({ changed }: { changed: boolean }) {
  const t = useTexts();
  const leaving = useBlocker({
    shouldBlockFn: isElsewhere,
    enableBeforeUnload: changed,
    disabled: !changed,
    withResolver: true,
  });
  if (leaving.status !== 'blocked') return null;
  return (
    <Dialog
      opened
      danger
      title={t('leaveTitle')}
      act={t('leave')}
      onAct={leaving.proceed}
      onClose={leaving.reset}
    >
      <p>{t('leaveText')}</p>
    </Dialog>
  );
}
