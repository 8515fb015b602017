import { Problem } from '@diemcau/client/problem';
import { Alert, Button } from '@mantine/core';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import { useEffect, useRef } from 'react';
import classes from './parts.module.css';
import { useTexts } from './texts';

/** What went wrong, in the caller's words; for notices and dialogs. */
export function useWordsOf(): (error: unknown) => string {
  const t = useTexts();
  return (error) => {
    if (!(error instanceof Problem)) return t('unexpected');
    return error.title || t(error.passing ? 'unreachable' : 'unexpected');
  };
}

/**
 * An error inside a page, a drawer or a dialog: what happened, its request id, a second try. Shows nothing without an
 * error. `<Trouble error={query.error} onRetry={query.refetch} />`
 */
export function Trouble({ error, onRetry }: { error: unknown; onRetry?: () => unknown }) {
  const t = useTexts();
  const wordsOf = useWordsOf();
  const alert = useRef<HTMLDivElement>(null);
  // Without a second try it answers an act, whose button may be far from here.
  const answers = Boolean(error) && !onRetry;
  useEffect(() => {
    if (answers) alert.current?.scrollIntoView({ block: 'nearest' });
  }, [answers, error]);
  if (!error) return null;
  const refused = error instanceof Problem && (error.status === 403 || error.status === 404);
  // What is refused has its reason; the id is for support, when something broke.
  const requestId = error instanceof Problem && error.status >= 500 ? error.requestId : null;
  return (
    <Alert
      ref={alert}
      color="red"
      icon={<IconAlertTriangle aria-hidden="true" />}
      title={wordsOf(error)}
      className={classes.trouble}
      role="alert"
    >
      {requestId && <div>{t('requestId', { id: requestId })}</div>}
      {onRetry && !refused && (
        <Button size="compact-md" variant="default" mt="xs" onClick={() => void onRetry()}>
          {t('tryAgain')}
        </Button>
      )}
    </Alert>
  );
}
