import type { ScoreSheet } from '@diemcau/contracts/meetings/scoring';
import { Button } from '@mantine/core';
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs';
import { Section } from '../../../../admin/parts/Section';
import { StateChip } from '../../../../admin/parts/StateChip';
import { formatPoints } from '../../rows/points';
import rowClasses from '../../rows/rows.module.css';
import classes from '../scores.module.css';
import { useTexts } from '../texts';

interface Props {
  readonly sheet: ScoreSheet;
  readonly onEdit: () => void;
}

/** What is scored and by whom; how far each of the jury is. */
export function SheetSummary({ sheet, onEdit }: Props) {
  const t = useTexts();
  const { criteria, jury, contestants, changeable } = sheet;
  const all = contestants.length;
  return (
    <Section
      title={t('sheet')}
      actions={
        changeable && (
          <Button
            variant="default"
            leftSection={<IconPencil size={18} aria-hidden="true" />}
            onClick={onEdit}
          >
            {t('edit')}
          </Button>
        )
      }
    >
      <h3 className={classes.sub}>{t('criteria')}</h3>
      <ol className={classes.criteria}>
        {criteria.map(({ id, title, maxPoints }) => (
          <li key={id}>{t('criterionLine', { title, n: formatPoints(maxPoints) })}</li>
        ))}
      </ol>
      <h3 className={classes.sub}>{t('jury')}</h3>
      {jury.length === 0 && <p className={classes.soft}>{t('noJury')}</p>}
      <ul className={rowClasses.list}>
        {jury.map(({ id, name, scored }) => (
          <li key={id} className={classes.juror}>
            <span>{name ?? t('somebody')}</span>
            <StateChip tone={all > 0 && scored === all ? 'good' : 'waiting'}>
              {t('jurorProgress', { done: scored, all })}
            </StateChip>
          </li>
        ))}
      </ul>
      <p className={classes.soft}>{all === 0 ? t('noContestants') : t('contestantCount', { n: all })}</p>
    </Section>
  );
}
