import type { ImportState } from '@diemcau/contracts/identity/imports';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import { useTexts } from '../texts';
import classes from './run.module.css';

const steps = ['read', 'review', 'write', 'result'] as const;

const positions: Record<ImportState, number> = {
  uploading: 0,
  uploaded: 0,
  reading: 0,
  ready: 1,
  running: 2,
  done: 3,
  failed: 0,
  cancelled: 3,
};

/** Where in the way from file to result one is. */
export function Steps({ state }: { state: ImportState }) {
  const t = useTexts();
  const at = positions[state];
  return (
    <ol className={classes.steps}>
      {steps.map((step, i) => (
        <li key={step} data-done={i < at} {...(i === at && { 'aria-current': 'step' })}>
          <span className={classes.number}>
            {i < at ? <IconCheck size={16} aria-hidden="true" /> : i + 1}
          </span>
          {t(`step_${step}`)}
        </li>
      ))}
    </ol>
  );
}
