import { Button, Text } from '@mantine/core';
import { Problem } from '@diemcau/client/problem';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconPlugConnectedX from '@tabler/icons-react/dist/esm/icons/IconPlugConnectedX.mjs';
import type { ReactNode } from 'react';
import { PageNote } from './PageNote';
import { useTexts } from './texts';

interface Props {
  readonly error: unknown;
  readonly onRetry?: () => void;
  /** Support contacts, where they are known. */
  readonly children?: ReactNode;
}

/** An error that takes the page's place: what happened, what to do, whom to call. */
export function ProblemNote({ error, onRetry, children }: Props) {
  const t = useTexts();
  const problem = error instanceof Problem ? error : null;
  const unreachable = problem?.status === 0;
  // Asking again does not change it.
  const hint = problem?.status === 403 ? 'notAllowedHint' : problem?.status === 404 ? 'notFoundHint' : null;
  const title = problem?.title || t(unreachable ? 'unreachable' : 'unexpected');
  const icon = unreachable ? <IconPlugConnectedX size={36} /> : <IconAlertTriangle size={36} />;
  return (
    <PageNote icon={icon} title={title}>
      <Text c="dimmed">{t(hint ?? (unreachable ? 'unreachableHint' : 'unexpectedHint'))}</Text>
      {!hint && problem?.requestId && <Text size="sm">{t('requestId', { id: problem.requestId })}</Text>}
      {onRetry && !hint && <Button onClick={onRetry}>{t('tryAgain')}</Button>}
      {children}
    </PageNote>
  );
}
