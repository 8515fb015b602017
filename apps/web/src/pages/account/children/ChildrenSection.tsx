import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Section } from '../../../admin/parts/Section';
import { Trouble } from '../../../admin/parts/Trouble';
import classes from '../AccountPage.module.css';
import { AddChildDialog } from './AddChildDialog';
import { ChildRow } from './ChildRow';
import { childrenQuery } from './queries';
import { useTexts } from './texts';

/** Children one is bound to as a parent or guardian; anybody with an account may be one. */
export function ChildrenSection() {
  const t = useTexts();
  const [adding, setAdding] = useState(false);
  const { data, error, refetch } = useQuery(childrenQuery());
  return (
    <Section
      title={t('title')}
      actions={
        <Button variant="default" size="sm" onClick={() => setAdding(true)}>
          {t('add')}
        </Button>
      }
    >
      <Trouble error={data ? null : error} onRetry={refetch} />
      {!data && !error && <Skeleton height={60} aria-hidden="true" />}
      {data?.items.length === 0 && <p className={classes.soft}>{t('none')}</p>}
      <ul className={classes.rows}>
        {data?.items.map((child) => (
          <ChildRow key={child.studentId} child={child} />
        ))}
      </ul>
      {adding && <AddChildDialog onClose={() => setAdding(false)} />}
    </Section>
  );
}
