import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Back } from '../../../../admin/parts/Back';
import { PageHead } from '../../../../admin/parts/PageHead';
import { useMayOn } from '../../../../admin/permissions';
import { unitQuery } from '../../../../admin/units/unit-query';
import { ProblemNote } from '../../../../parts/ProblemNote';
import { personQuery } from '../queries';
import { useTexts } from '../texts';
import { About } from './About';
import { Factors } from './Factors';
import { Family } from './Family';
import classes from './person.module.css';
import { Roles } from './Roles';
import { Sessions } from './Sessions';
import { StateActs } from './StateActs';

/** One person: account, roles, where they are signed in, family. What the caller may not do is not shown. */
export function PersonPage() {
  const t = useTexts();
  const { userId } = useParams({ from: '/admin/people/$userId' });
  const { data: person, error, refetch } = useQuery(personQuery(userId));
  const unit = useQuery({ ...unitQuery(person?.unitId ?? ''), enabled: person !== undefined });
  const mayOn = useMayOn();
  if (error && !person) return <ProblemNote error={error} onRetry={() => void refetch()} />;
  if (!person) return <Skeleton height={320} radius="lg" aria-hidden="true" />;
  const path = unit.data?.path ?? [person.unitId];
  const may = (permission: Parameters<typeof mayOn>[0]) => mayOn(permission, path);
  return (
    <>
      <Back>
        <Link to="/admin/people">{t('title')}</Link>
      </Back>
      <PageHead title={person.displayName} lead={`${t(person.kind)} · ${person.unitName}`}>
        <StateActs person={person} mayWrite={may('users.write')} mayIssue={may('users.secrets')} />
      </PageHead>
      <div className={classes.columns}>
        <div>
          <About person={person} mayWrite={may('users.write')} />
          {person.kind === 'student' && <Family person={person} mayWrite={may('users.write')} />}
          {may('users.secrets') && <Factors userId={userId} />}
        </div>
        <div>
          <Roles person={person} mayGive={may('grants.give')} maySeePast={may('grants.read')} />
          {may('sessions.read') && <Sessions userId={userId} mayEnd={may('sessions.end')} />}
        </div>
      </div>
    </>
  );
}
