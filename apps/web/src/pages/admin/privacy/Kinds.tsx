import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Trouble } from '../../../admin/parts/Trouble';
import { kindsQuery } from '../../account/personal/queries';
import { KindsTable } from './KindsTable';
import classes from './privacy.module.css';
import { useTexts } from './texts';

const parts = ['identity', 'meetings', 'media'] as const;

/** The register of what is kept about people, by the part of the system that keeps it. */
export function Kinds() {
  const t = useTexts();
  const { data, error, refetch } = useQuery(kindsQuery());
  if (error && !data) return <Trouble error={error} onRetry={refetch} />;
  if (!data) return <Skeleton height={300} aria-hidden="true" />;
  return parts.map((part, index) => {
    const kinds = data.items.filter(({ service }) => service === part);
    return (
      <details key={part} className={classes.part} open={index === 0}>
        <summary>
          {t(`kept_${part}`)} <span className={classes.count}>({kinds.length})</span>
        </summary>
        <KindsTable kinds={kinds} />
      </details>
    );
  });
}
