import type { ClassView } from '@diemcau/contracts/identity/classes';
import type { GuardianCodeState, GuardianSlips } from '@diemcau/contracts/identity/guardians';
import { Button, Skeleton } from '@mantine/core';
import IconPrinter from '@tabler/icons-react/dist/esm/icons/IconPrinter.mjs';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDayOf } from '../../../../admin/dates/format';
import { useAct } from '../../../../admin/forms/use-act';
import { Dialog } from '../../../../admin/parts/Dialog';
import { Section } from '../../../../admin/parts/Section';
import { Trouble } from '../../../../admin/parts/Trouble';
import { Slips } from '../../../../admin/print/Slips';
import classes from '../classes.module.css';
import { classesKey, codesQuery, issueCodes, revokeCodes } from '../queries';
import { useTexts } from '../texts';

/** Codes by which parents bind themselves to their children: issued, printed, revoked. */
export function Codes({ schoolClass }: { schoolClass: ClassView }) {
  const t = useTexts();
  const classId = schoolClass.id;
  const { data, error, refetch } = useQuery(codesQuery(classId));
  const [revoking, setRevoking] = useState(false);
  const changes = [[...classesKey, 'codes', classId]];
  const issue = useAct(issueCodes, { changes });
  const revoke = useAct(revokeCodes, {
    done: ({ revoked }) => t('codesRevoked', { n: revoked }),
    changes,
    after: () => setRevoking(false),
  });
  const students = data?.items ?? [];
  const valid = students.filter(({ codeUntil }) => codeUntil !== null).length;
  return (
    <div className={classes.codes}>
      <Section
        title={t('codes')}
        actions={
          <div className={classes.buttons}>
            {valid > 0 && (
              <Button variant="subtle" color="red.9" size="compact-md" onClick={() => setRevoking(true)}>
                {t('revokeCodes')}
              </Button>
            )}
            {students.length > 0 && (
              <Button
                variant="default"
                size="compact-md"
                loading={issue.isPending}
                leftSection={<IconPrinter size={18} aria-hidden="true" />}
                onClick={() => issue.mutate({ classId })}
              >
                {t('issueCodes')}
              </Button>
            )}
          </div>
        }
      >
        <p className={classes.quiet}>{t('codesText')}</p>
        <Trouble error={error ?? issue.error} onRetry={refetch} />
        {!data && !error && <Skeleton height={60} aria-hidden="true" />}
        <ul className={classes.codeList}>
          {students.map((student) => (
            <CodeLine
              key={student.studentId}
              student={student}
              onAgain={() => issue.mutate({ classId, studentIds: [student.studentId] })}
            />
          ))}
        </ul>
      </Section>
      {issue.data && <CodeSlips slips={issue.data} onClose={issue.reset} />}
      <Dialog
        opened={revoking}
        title={t('revokeTitle')}
        onClose={() => setRevoking(false)}
        act={t('revokeCodes')}
        onAct={() => revoke.mutate({ classId })}
        busy={revoke.isPending}
        error={revoke.error}
        danger
      >
        <p>{t('revokeText')}</p>
      </Dialog>
    </div>
  );
}

function CodeLine({ student, onAgain }: { student: GuardianCodeState; onAgain: () => void }) {
  const t = useTexts();
  const { displayName, guardians, codeUntil, codeUsesLeft } = student;
  return (
    <li>
      <span>{displayName}</span>
      <span className={classes.quiet}>
        {t('guardiansBound', { n: guardians })} ·{' '}
        {codeUntil ? t('codeUntil', { day: formatDayOf(codeUntil), n: codeUsesLeft }) : t('noCode')}
      </span>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-label={t('codeAgainFor', { name: displayName })}
        onClick={onAgain}
      >
        {t('codeAgain')}
      </Button>
    </li>
  );
}

function CodeSlips({ slips, onClose }: { slips: GuardianSlips; onClose: () => void }) {
  const t = useTexts();
  const { items, withoutBirthDate, className, unitName } = slips;
  return (
    <Slips
      title={t('codeSlips')}
      hint={
        <>
          {items.length > 0 && t('codeSlipsHint')}
          {items.length + withoutBirthDate.length === 0 && t('nobodyNeedsCode')}
          {withoutBirthDate.length > 0 && (
            <p>
              {t('withoutBirthDate', {
                names: withoutBirthDate.map(({ displayName }) => displayName).join(', '),
              })}
            </p>
          )}
        </>
      }
      slips={items.map(({ studentId, displayName, code, expiresAt }) => ({
        id: studentId,
        head: t('slipHead', { unit: unitName, name: className }),
        name: displayName,
        lines: [[t('slipAddress'), `${location.host}/parent`]],
        secret: code,
        secretName: t('slipCode'),
        foot: t('slipFoot', { day: formatDayOf(expiresAt) }),
      }))}
      onClose={onClose}
    />
  );
}
