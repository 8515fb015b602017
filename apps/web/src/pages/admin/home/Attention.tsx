import { Skeleton } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import IconAddressBookOff from '@tabler/icons-react/dist/esm/icons/IconAddressBookOff.mjs';
import IconCalendarTime from '@tabler/icons-react/dist/esm/icons/IconCalendarTime.mjs';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconFileAlert from '@tabler/icons-react/dist/esm/icons/IconFileAlert.mjs';
import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs';
import IconMail from '@tabler/icons-react/dist/esm/icons/IconMail.mjs';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatDay } from '../../../admin/dates/format';
import { Trouble } from '../../../admin/parts/Trouble';
import { useMay, useUnitsOf } from '../../../admin/permissions';
import { formatCount } from '../../../admin/table/count';
import classes from './home.module.css';
import { latestImportsQuery, missingOperatorsQuery, peopleInQuery, plannedEventsQuery } from './queries';
import { useTexts } from './texts';

interface Matter {
  readonly key: string;
  readonly icon: Icon;
  readonly words: string;
  readonly to: string;
  readonly search?: Record<string, string>;
}

/** What waits for somebody, each with the way there; only what the caller may see is asked for. */
export function Attention() {
  const t = useTexts();
  const may = useMay();
  const own = useUnitsOf('roster.write');
  const missing = useQuery({ ...missingOperatorsQuery(own), enabled: own.length > 0 });
  const planned = useQuery({ ...plannedEventsQuery(), enabled: may('units.read') });
  const imports = useQuery({ ...latestImportsQuery(), enabled: may('users.import') });
  const invited = useQuery({ ...peopleInQuery('invited'), enabled: may('users.read') });
  const locked = useQuery({ ...peopleInQuery('locked'), enabled: may('users.read') });
  const asked = [missing, planned, imports, invited, locked];
  const failed = asked.find(({ error }) => error);
  const next = planned.data?.[0];
  const faulty = (imports.data ?? []).filter(({ state, counts }) => state === 'failed' || counts.error > 0);
  const matters: (Matter | false)[] = [
    (missing.data ?? 0) > 0 && {
      key: 'missing',
      icon: IconAddressBookOff,
      words: t('missing', { n: formatCount(missing.data ?? 0) }),
      to: '/admin/roster',
    },
    next !== undefined && {
      key: 'planned',
      icon: IconCalendarTime,
      words: t('planned', {
        n: planned.data?.length ?? 0,
        day: formatDay(next.effectiveOn),
        unit: next.unitName,
      }),
      to: '/admin/units',
    },
    faulty.length > 0 && {
      key: 'imports',
      icon: IconFileAlert,
      words: t('imports', { n: faulty.length, file: faulty[0]?.fileName ?? '' }),
      to: '/admin/import',
    },
    (invited.data ?? 0) > 0 && {
      key: 'invited',
      icon: IconMail,
      words: t('invited', { n: formatCount(invited.data ?? 0) }),
      to: '/admin/people',
      search: { state: 'invited' },
    },
    (locked.data ?? 0) > 0 && {
      key: 'locked',
      icon: IconLock,
      words: t('locked', { n: formatCount(locked.data ?? 0) }),
      to: '/admin/people',
      search: { state: 'locked' },
    },
  ];
  const shown = matters.filter((matter) => matter !== false);
  if (asked.some(({ isLoading }) => isLoading)) return <Skeleton height={72} aria-hidden="true" />;
  return (
    <>
      <Trouble error={failed?.error} onRetry={failed?.refetch ?? (() => undefined)} />
      {shown.length === 0 && !failed && (
        <p className={classes.fine}>
          <IconCircleCheck size={22} aria-hidden="true" /> {t('nothing')}
        </p>
      )}
      <ul className={classes.matters}>
        {shown.map(({ key, icon: Shown, words, to, search }) => (
          <li key={key}>
            <Shown size={22} aria-hidden="true" />
            <Link to={to} {...(search && { search })}>
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
