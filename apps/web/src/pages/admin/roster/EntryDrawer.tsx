import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { formatDay } from '../../../admin/dates/format';
import { useAct } from '../../../admin/forms/use-act';
import { ConfirmByTyping } from '../../../admin/parts/ConfirmByTyping';
import { DetailDrawer } from '../../../admin/parts/DetailDrawer';
import { Facts } from '../../../admin/parts/Facts';
import { Trouble } from '../../../admin/parts/Trouble';
import { useMay, useMayOn } from '../../../admin/permissions';
import { unitQuery } from '../../../admin/units/unit-query';
import { EntryDialog } from './EntryDialog';
import { entryQuery, removeEntry, rosterKey } from './queries';
import classes from './roster.module.css';
import { useTexts } from './texts';
import { Training } from './Training';

/** One operator, with training records. */
export function EntryDrawer({ entryId, onClose }: { entryId: string; onClose: () => void }) {
  const t = useTexts();
  const may = useMay();
  const mayOn = useMayOn();
  const { data: entry, error, refetch } = useQuery(entryQuery(entryId));
  const unit = useQuery({ ...unitQuery(entry?.unitId ?? ''), enabled: entry !== undefined });
  const [open, setOpen] = useState<'change' | 'remove' | null>(null);
  const remove = useAct(removeEntry, { done: t('removed'), changes: [rosterKey], after: onClose });
  const keeps = entry !== undefined && mayOn('roster.write', unit.data?.path ?? [entry.unitId]);
  return (
    <DetailDrawer opened onClose={onClose} title={entry?.name ?? t('title')}>
      <Trouble error={error} onRetry={refetch} />
      {!entry && !error && <Skeleton height={200} aria-hidden="true" />}
      {entry && (
        <>
          <Facts
            of={[
              [t('unit'), entry.unitName],
              [t('duties'), entry.duties],
              [t('phone'), entry.phone ?? '–'],
              [t('email'), entry.email ?? '–'],
              [t('sinceDay'), formatDay(entry.since)],
              entry.until === null ? null : [t('untilDay'), formatDay(entry.until)],
              entry.userId === null || !may('users.read')
                ? null
                : [
                    t('account'),
                    <Link key="account" to="/admin/people/$userId" params={{ userId: entry.userId }}>
                      {entry.name}
                    </Link>,
                  ],
            ]}
          />
          {keeps && (
            <div className={classes.buttons}>
              <Button variant="default" size="compact-md" onClick={() => setOpen('change')}>
                {t('change')}
              </Button>
              <Button variant="subtle" color="red.9" size="compact-md" onClick={() => setOpen('remove')}>
                {t('remove')}
              </Button>
            </div>
          )}
          <Training entry={entry} keeps={keeps} />
          {open === 'change' && (
            <EntryDialog entry={entry} unitId={entry.unitId} onClose={() => setOpen(null)} />
          )}
          <ConfirmByTyping
            opened={open === 'remove'}
            title={t('removeTitle', { name: entry.name })}
            word={entry.name}
            act={t('remove')}
            onAct={() => remove.mutate(entry.id)}
            onClose={() => setOpen(null)}
            busy={remove.isPending}
            error={remove.error}
          >
            <p>{t('removeText')}</p>
          </ConfirmByTyping>
        </>
      )}
    </DetailDrawer>
  );
}
