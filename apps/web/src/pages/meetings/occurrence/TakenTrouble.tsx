import { Problem } from '@diemcau/client/problem';
import { Alert } from '@mantine/core';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import { formatInstant } from '../../../admin/dates/format';
import { Trouble } from '../../../admin/parts/Trouble';
import classes from './occurrence.module.css';
import { useTexts } from './texts';

interface Taken {
  readonly objectId: string;
  readonly name: string;
  readonly title: string | null;
  readonly startsAt: string;
  readonly endsAt: string;
}
const isTaken = (one: unknown): one is Taken =>
  typeof one === 'object' && one !== null && 'name' in one && 'startsAt' in one && 'endsAt' in one;

function takenOf(error: unknown): readonly Taken[] {
  if (!(error instanceof Problem)) return [];
  const by: unknown = error.details['by'];
  return Array.isArray(by) ? by.filter(isTaken) : [];
}

/** As {@link Trouble}; of a site or room that is taken, also by whom and when. */
export function TakenTrouble({ error }: { error: unknown }) {
  const t = useTexts();
  const taken = takenOf(error);
  if (taken.length === 0) return <Trouble error={error} />;
  return (
    <Alert
      color="red"
      icon={<IconAlertTriangle aria-hidden="true" />}
      role="alert"
      title={error instanceof Problem ? error.title : ''}
    >
      <ul className={classes.list}>
        {taken.map(({ objectId, name, title, startsAt, endsAt }) => (
          <li key={`${objectId} ${startsAt}`}>
            {t('takenBy', {
              name,
              from: formatInstant(startsAt),
              to: formatInstant(endsAt),
              title: title === null ? '' : ` (${title})`,
            })}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
