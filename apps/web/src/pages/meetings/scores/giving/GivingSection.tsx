import '@mantine/core/styles/Progress.css';
import type { Contestant, ScoreSheet } from '@diemcau/contracts/meetings/scoring';
import { Progress } from '@mantine/core';
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../../../../admin/forms/use-act';
import { Section } from '../../../../admin/parts/Section';
import { StateChip } from '../../../../admin/parts/StateChip';
import { formatPoints } from '../../rows/points';
import { giveScores, sheetKey } from '../queries';
import classes from '../scores.module.css';
import { useTexts } from '../texts';
import { type Given, givenBy, isEmpty, isWhole, nextOpen, toPoints, totalOf } from './mine';
import { PointsForm } from './PointsForm';

interface Props {
  readonly sheet: ScoreSheet;
  readonly jurorId: string;
  /** Why nothing can be scored now; null when it can. */
  readonly closed: string | null;
}

/** What one of the jury does on a phone: one contestant after another. */
export function GivingSection({ sheet, jurorId, closed }: Props) {
  const t = useTexts();
  const client = useQueryClient();
  const { occurrenceId, criteria, contestants } = sheet;
  const [openId, setOpen] = useState(() => nextOpen(contestants, criteria, jurorId, null));
  /** Typed and not saved, by contestant: looking at another one loses nothing. */
  const [typed, setTyped] = useState<Readonly<Record<string, Given>>>({});
  const done = contestants.filter((one) => isWhole(givenBy(one, jurorId), criteria)).length;
  const all = contestants.length;
  const give = useAct(giveScores, { changes: [sheetKey(occurrenceId)] });
  const save = ({ id }: Contestant, given: Given) =>
    give.mutate(
      { occurrenceId, contestantId: id, points: toPoints(given) },
      {
        onSuccess: (now) => {
          client.setQueryData(sheetKey(occurrenceId), now);
          setTyped(({ [id]: _saved, ...others }) => others);
          setOpen(nextOpen(now.contestants, now.criteria, jurorId, id));
        },
      },
    );
  return (
    <Section title={t('giving')}>
      {closed !== null && <p className={classes.soft}>{closed}</p>}
      <p className={classes.progress} role="status">
        {t('progress', { done, all })}
      </p>
      <Progress value={all === 0 ? 0 : (done / all) * 100} size="lg" aria-hidden="true" mb="md" />
      {closed === null && all > 0 && done === all && <p className={classes.soft}>{t('allDone')}</p>}
      <ol className={classes.turns}>
        {contestants.map((one, at) => {
          const saved = givenBy(one, jurorId);
          const given = typed[one.id] ?? saved;
          const open = closed === null && one.id === openId;
          return (
            <li key={one.id} className={classes.turn} data-open={open}>
              <button
                type="button"
                className={classes.who}
                aria-expanded={open}
                disabled={closed !== null}
                onClick={() => {
                  give.reset();
                  setOpen(open ? null : one.id);
                }}
              >
                <span className={classes.grow}>
                  <strong>
                    {at + 1}. {one.name}
                  </strong>
                  {one.unitName !== null && <small>{one.unitName}</small>}
                </span>
                <span className={classes.state}>
                  <OwnState given={saved} whole={isWhole(saved, criteria)} total={totalOf(saved, criteria)} />
                </span>
                <IconChevronDown className={classes.chevron} size={20} aria-hidden="true" />
              </button>
              {open && (
                <PointsForm
                  criteria={criteria}
                  given={given}
                  dirty={typed[one.id] !== undefined}
                  last={all - done <= (isWhole(saved, criteria) ? 0 : 1)}
                  busy={give.isPending}
                  error={give.error}
                  onChange={(points) => setTyped((before) => ({ ...before, [one.id]: points }))}
                  onSave={() => save(one, given)}
                />
              )}
            </li>
          );
        })}
      </ol>
    </Section>
  );
}

function OwnState({ given, whole, total }: { given: Given; whole: boolean; total: number }) {
  const t = useTexts();
  if (whole) return <StateChip tone="good">{t('whole', { n: formatPoints(total) })}</StateChip>;
  return (
    <StateChip tone={isEmpty(given) ? 'waiting' : 'warning'}>{t(isEmpty(given) ? 'none' : 'part')}</StateChip>
  );
}
