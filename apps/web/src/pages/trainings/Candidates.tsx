import type { Candidate } from '@diemcau/contracts/meetings/trainings-people';
import { Button, Checkbox, Skeleton } from '@mantine/core';
import { Trouble } from '../../admin/parts/Trouble';
import { Pager } from '../../admin/table/Pager';
import classes from './event.module.css';
import { type CandidatesOf, useCandidates } from './queries';
import { useTexts } from './texts';

interface Props {
  readonly of: CandidatesOf;
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}

/** Staff of a unit and below, page by page; who is chosen stays chosen on the next page and in the next unit. */
export function Candidates({ of, chosen, onChange }: Props) {
  const t = useTexts();
  const list = useCandidates(of);
  if (list.loading) return <Skeleton height={160} aria-label={t('loading')} />;
  if (list.error) return <Trouble error={list.error} onRetry={list.refetch} />;
  if (list.rows.length === 0) return <p>{t('noCandidates')}</p>;
  const open = list.rows.filter(({ registered }) => !registered).map(({ userId }) => userId);
  const all = open.length > 0 && open.every((userId) => chosen.has(userId));
  const without = (gone: readonly string[]) => [...chosen].filter((one) => !gone.includes(one));
  const put = ({ userId }: Candidate, comes: boolean) =>
    onChange(new Set([...without([userId]), ...(comes ? [userId] : [])]));
  return (
    <>
      <div className={classes.turn}>
        <span aria-live="polite">{t('chosen', { n: chosen.size })}</span>
        <Button
          size="compact-sm"
          variant="subtle"
          disabled={open.length === 0}
          onClick={() => onChange(new Set([...without(open), ...(all ? [] : open)]))}
        >
          {t(all ? 'chooseNone' : 'chooseAll')}
        </Button>
      </div>
      <div className={classes.candidates} role="group" aria-label={t('person')}>
        {list.rows.map((one) => (
          <Checkbox
            key={one.userId}
            label={one.name}
            description={one.registered ? `${one.unitName} · ${t('already')}` : one.unitName}
            disabled={one.registered}
            checked={one.registered || chosen.has(one.userId)}
            onChange={(event) => put(one, event.currentTarget.checked)}
          />
        ))}
      </div>
      <Pager list={list} />
    </>
  );
}
