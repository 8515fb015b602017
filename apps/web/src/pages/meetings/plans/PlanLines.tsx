import type { ApprovedLine } from '@diemcau/contracts/meetings/plans';
import type { SeriesLine } from '@diemcau/contracts/meetings/series';
import { Link } from '@tanstack/react-router';
import { useRuleWords } from '../series/rule-words';
import { useTexts as useSeriesTexts } from '../series/texts';
import { kindNameOf } from '../types/kind-name';
import classes from './plans.module.css';

interface Props {
  readonly label: string;
  /** As they are, with a way to each; or as they were approved. */
  readonly lines: readonly (SeriesLine | ApprovedLine)[];
}

/** What is held, how often, at what hour, and what becomes of days off. */
export function PlanLines({ label, lines }: Props) {
  const s = useSeriesTexts();
  const wordsOf = useRuleWords();
  return (
    <ul className={classes.lines} aria-label={label}>
      {lines.map((line) => (
        <li key={'id' in line ? line.id : line.seriesId}>
          <div>
            {'id' in line ? (
              <Link to="/work/series/$seriesId" params={{ seriesId: line.id }} className={classes.name}>
                {line.title}
              </Link>
            ) : (
              <strong>{line.title}</strong>
            )}
            <div className={classes.quiet}>{kindNameOf(line)}</div>
          </div>
          <div>
            {wordsOf(line.rule, line.untilDay)}, {line.startsAt}
            <div className={classes.quiet}>{s(`shift_${line.shift}`)}</div>
          </div>
        </li>
      ))}
    </ul>
  );
}
