import type { Occurrence } from '@diemcau/contracts/meetings/occurrences';
import type { ScoreSheet } from '@diemcau/contracts/meetings/scoring';
import { Button, Group } from '@mantine/core';
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import IconPrinter from '@tabler/icons-react/dist/esm/icons/IconPrinter.mjs';
import { Section } from '../../../../admin/parts/Section';
import { PrintSheet } from '../../../../admin/print/PrintSheet';
import { csvOf } from '../../../../admin/table/csv';
import { saveFile } from '../../../../admin/table/save-file';
import { formatPoints } from '../../rows/points';
import classes from '../scores.module.css';
import { useTexts } from '../texts';
import { PrintedResults } from './PrintedResults';
import { ranked, totalBy } from './ranked';
import { ResultsTable } from './ResultsTable';

interface Props {
  readonly sheet: ScoreSheet;
  readonly meeting: Occurrence;
  /** The jury is no longer to be swayed: everybody who sees the meeting sees who is where. */
  readonly shown: boolean;
}

/** Ranks once the meeting has ended; on paper with room for signatures. */
export function ResultsSection({ sheet, meeting, shown }: Props) {
  const t = useTexts();
  if (!shown) {
    return (
      <Section title={t('results')}>
        <p className={classes.soft}>{t('noResults')}</p>
      </Section>
    );
  }
  const download = () => {
    const jury = sheet.jury.map(({ name }) => name ?? t('somebody'));
    const lines = ranked(sheet).map((one) => [
      one.rank === null ? '' : String(one.rank),
      one.name,
      one.unitName ?? '',
      ...sheet.jury.map(({ id }) => textOf(totalBy(one, id, sheet.criteria.length))),
      textOf(one.average),
    ]);
    const head = [t('rank'), t('contestant'), t('unitHint'), ...jury, t('average')];
    saveFile(new Blob([csvOf([head, ...lines])], { type: 'text/csv;charset=utf-8' }), `${t('file')}.csv`);
  };
  return (
    <Section
      title={t('results')}
      actions={
        <Group gap="xs">
          <Button
            variant="default"
            leftSection={<IconDownload size={18} aria-hidden="true" />}
            onClick={download}
          >
            {t('csv')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconPrinter size={18} aria-hidden="true" />}
            onClick={() => window.print()}
          >
            {t('print')}
          </Button>
        </Group>
      }
    >
      <ResultsTable sheet={sheet} />
      <PrintSheet>
        <PrintedResults sheet={sheet} meeting={meeting} />
      </PrintSheet>
    </Section>
  );
}

const textOf = (points: number | null): string => (points === null ? '' : formatPoints(points));
