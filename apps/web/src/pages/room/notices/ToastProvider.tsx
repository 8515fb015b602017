import { type ReactNode, useCallback, useRef, useState } from 'react';
import { type ShowToast, type Toast, ToastContext, wordsOf } from './toast-list';
import classes from './notices.module.css';
import { useTexts } from './texts';

/** Long enough to read twice. */
const shownMs = 7000;

/** Short words about what just happened, over the controls, read aloud to those who cannot see them. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const t = useTexts();
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const lastId = useRef(0);
  const show = useCallback<ShowToast>(
    (said, tone = typeof said === 'string' ? 'plain' : 'warning') => {
      lastId.current += 1;
      const toast = { id: lastId.current, words: wordsOf(said, t('failed')), tone };
      setToasts((shown) => [...shown.slice(-2), toast]);
      setTimeout(() => setToasts((shown) => shown.filter(({ id }) => id !== toast.id)), shownMs);
    },
    [t],
  );
  return (
    <ToastContext value={show}>
      {children}
      <div className={classes.toasts} role="status" aria-live="polite">
        {toasts.map(({ id, words, tone }) => (
          <p key={id} className={classes.toast} data-tone={tone}>
            {words}
          </p>
        ))}
      </div>
    </ToastContext>
  );
}
