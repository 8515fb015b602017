import { CloseButton } from '@mantine/core';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import classes from './notices.module.css';
import { dismiss, useNotices } from './notices';
import { useTexts } from './texts';

/** Where {@link notify} speaks; stands once in the shell. */
export function Notices() {
  const t = useTexts();
  return (
    <div className={classes.list} role="status" aria-live="polite">
      {useNotices().map(({ id, kind, text }) => (
        <div key={id} className={classes.notice} data-kind={kind}>
          {kind === 'done' ? (
            <IconCircleCheck size={22} aria-hidden="true" />
          ) : (
            <IconAlertTriangle size={22} aria-hidden="true" />
          )}
          <span>{text}</span>
          <CloseButton size="sm" variant="transparent" aria-label={t('close')} onClick={() => dismiss(id)} />
        </div>
      ))}
    </div>
  );
}
