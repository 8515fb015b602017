import type { UnitEventPreview } from '@diemcau/contracts/identity/unit-events';
import { Problem } from '@diemcau/client/problem';
import { Loader } from '@mantine/core';
import { formatCount } from '../../../../admin/table/count';
import { Trouble } from '../../../../admin/parts/Trouble';
import { UnitName } from '../../../../admin/units/UnitName';
import { useTexts } from '../texts';
import { Changes } from './Changes';
import classes from './events.module.css';

interface Props {
  /** Enough is written to ask. */
  readonly wanted: boolean;
  readonly preview: UnitEventPreview | undefined;
  readonly waiting: boolean;
  readonly error: unknown;
}

const shownAtMost = 12;

/** What the event would change, or why it cannot be; asked anew with every change. */
export function Preview({ wanted, preview, waiting, error }: Props) {
  const t = useTexts();
  if (!wanted) return <p className={classes.hint}>{t('previewLater')}</p>;
  if (error) return <Conflict error={error} />;
  return (
    <section className={classes.preview} aria-label={t('preview')} aria-busy={waiting}>
      <h3>
        {t('preview')} {waiting && <Loader size={16} aria-hidden="true" />}
      </h3>
      {preview && (
        <>
          <Changes units={preview.units} />
          <ul className={classes.figures}>
            {(['moved', 'closed', 'people', 'grants', 'recoded'] as const).map(
              (name) =>
                preview[name] > 0 && (
                  <li key={name}>{t(`figure_${name}`, { n: formatCount(preview[name]) })}</li>
                ),
            )}
          </ul>
        </>
      )}
    </section>
  );
}

/** Why it cannot be, and because of which units. */
function Conflict({ error }: { error: unknown }) {
  const { unitIds } = error instanceof Problem ? error.details : {};
  const named = Array.isArray(unitIds) ? unitIds.filter((id) => typeof id === 'string') : [];
  return (
    <div>
      <Trouble error={error} />
      {named.length > 0 && (
        <ul className={classes.figures}>
          {named.slice(0, shownAtMost).map((id) => (
            <li key={id}>
              <UnitName unitId={id} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
