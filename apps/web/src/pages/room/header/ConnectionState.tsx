import { Loader } from '@mantine/core';
import IconAntennaBars2 from '@tabler/icons-react/dist/esm/icons/IconAntennaBars2.mjs';
import IconAntennaBars5 from '@tabler/icons-react/dist/esm/icons/IconAntennaBars5.mjs';
import { useObserved, useRoom } from '../room-context';
import classes from './header.module.css';
import { lineState } from './line-state';
import { useTexts } from './texts';

/** connected, reconnecting, or which way the line is weak: sign and word, never colour alone. */
export function ConnectionState() {
  const t = useTexts();
  const { session } = useRoom();
  const { state } = useObserved(session.connection);
  const line = lineState(useObserved(session.quality));
  if (state !== 'connected') {
    return (
      <span className={classes.chip} data-line="reconnecting" role="status">
        <Loader size="1em" color="currentColor" aria-hidden="true" />
        <span className={classes.chipText}>{t('reconnecting')}</span>
      </span>
    );
  }
  const Icon = line === 'good' ? IconAntennaBars5 : IconAntennaBars2;
  return (
    <span className={classes.chip} data-line={line} role="status">
      <Icon size="1.2em" aria-hidden="true" />
      <span className={line === 'good' ? classes.chipText : undefined}>{t(line)}</span>
    </span>
  );
}
