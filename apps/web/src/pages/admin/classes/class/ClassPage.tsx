import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../../../admin/forms/use-act';
import { Back } from '../../../../admin/parts/Back';
import { Dialog } from '../../../../admin/parts/Dialog';
import { PageHead } from '../../../../admin/parts/PageHead';
import { useMayOn } from '../../../../admin/permissions';
import { unitQuery } from '../../../../admin/units/unit-query';
import { ProblemNote } from '../../../../parts/ProblemNote';
import { classesKey, classQuery, removeClass } from '../queries';
import { useTexts } from '../texts';
import { Codes } from './Codes';
import { Members } from './Members';
import { RenameDialog } from './RenameDialog';

/** One class: who is in it, and the codes for their parents. */
export function ClassPage() {
  const t = useTexts();
  const { classId } = useParams({ from: '/admin/classes/$classId' });
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(classQuery(classId));
  const unit = useQuery({ ...unitQuery(data?.unitId ?? ''), enabled: data !== undefined });
  const mayOn = useMayOn();
  const [open, setOpen] = useState<'rename' | 'remove' | null>(null);
  const remove = useAct(removeClass, {
    done: t('removed'),
    changes: [[...classesKey, 'list']],
    after: () => void navigate({ to: '/admin/classes' }),
  });
  if (error && !data) return <ProblemNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height={320} radius="lg" aria-hidden="true" />;
  const path = unit.data?.path ?? [data.unitId];
  const mayWrite = mayOn('users.write', path);
  return (
    <>
      <Back>
        <Link to="/admin/classes" search={{ unitId: data.unitId, schoolYear: data.schoolYear }}>
          {t('title')}
        </Link>
      </Back>
      <PageHead
        title={t('classTitle', { name: data.name })}
        lead={t('classLead', { unit: data.unitName, year: data.schoolYear, n: data.students })}
      >
        {mayWrite && (
          <>
            {data.students === 0 && (
              <Button variant="subtle" color="red.9" onClick={() => setOpen('remove')}>
                {t('remove')}
              </Button>
            )}
            <Button variant="default" onClick={() => setOpen('rename')}>
              {t('rename')}
            </Button>
          </>
        )}
      </PageHead>
      <Members schoolClass={data} mayWrite={mayWrite} mayIssue={mayOn('users.secrets', path)} />
      {mayOn('users.secrets', path) && <Codes schoolClass={data} />}
      {open === 'rename' && <RenameDialog schoolClass={data} onClose={() => setOpen(null)} />}
      <Dialog
        opened={open === 'remove'}
        title={t('removeTitle', { name: data.name })}
        onClose={() => setOpen(null)}
        act={t('remove')}
        onAct={() => remove.mutate(classId)}
        busy={remove.isPending}
        error={remove.error}
        danger
      >
        <p>{t('removeText')}</p>
      </Dialog>
    </>
  );
}
