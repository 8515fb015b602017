import type { AnnualReport } from '@diemcau/contracts/meetings/reports';
import { Alert, Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { formatInstant } from '../../admin/dates/format';
import { Unsaved } from '../../admin/forms/Unsaved';
import { useAct } from '../../admin/forms/use-act';
import { useDraft } from '../../admin/forms/use-draft';
import { Back } from '../../admin/parts/Back';
import { PageHead } from '../../admin/parts/PageHead';
import { Section } from '../../admin/parts/Section';
import { StateChip } from '../../admin/parts/StateChip';
import { Trouble } from '../../admin/parts/Trouble';
import { useMay, useMayOn } from '../../admin/permissions';
import { unitQuery } from '../../admin/units/unit-query';
import { ProblemNote } from '../../parts/ProblemNote';
import { Downloads } from './Downloads';
import { Figures } from './Figures';
import { proofQuery, recountReport, reportQuery, reportsKey } from './queries';
import { ReportActs } from './ReportActs';
import { ReportStateChip } from './ReportStateChip';
import { ReportWords } from './ReportWords';
import classes from './reports.module.css';
import { useTexts } from './texts';
import { completionOf, wordsOf } from './words';
import { WrittenWords } from './WrittenWords';

/** One year of one unit: counted figures, what the unit says of them, and the way up (HB-11.4, I31). */
export function ReportPage() {
  const { reportId } = useParams({ from: '/work/reports/$reportId' });
  const { data: report, error, refetch } = useQuery(reportQuery(reportId));
  if (error && !report) return <ProblemNote error={error} onRetry={() => void refetch()} />;
  if (!report) return <Skeleton height={320} radius="lg" aria-hidden="true" />;
  return <Report key={report.id} report={report} />;
}

function Report({ report }: { report: AnnualReport }) {
  const t = useTexts();
  const may = useMay();
  const mayOn = useMayOn();
  const reportId = report.id;
  const unit = useQuery(unitQuery(report.unitId));
  const writing = useDraft(report, wordsOf, completionOf);
  const recount = useAct(recountReport, { done: t('recounted'), changes: [reportsKey] });
  const path = unit.data?.path ?? [report.unitId];
  const isOpen = report.state === 'draft' || report.state === 'returned';
  const writes = isOpen && may('reports.write') && mayOn('reports.write', path);
  const unsaved = writes && writing.changed;
  return (
    <>
      <Back>
        <Link to="/work/reports">{t('title')}</Link>
      </Back>
      <PageHead
        title={t('reportOf', { year: report.year })}
        lead={
          <>
            {report.unitName} · <ReportStateChip state={report.state} />
          </>
        }
      >
        <Downloads path={`/api/v1/annual-reports/${reportId}/report`} />
        <ReportActs
          report={report}
          writes={writes}
          receives={mayOn('reports.receive', path)}
          unsaved={unsaved}
        />
      </PageHead>
      {report.state === 'returned' && report.returnReason && (
        <Alert color="yellow" mb="md">
          {t('returnedBecause', { reason: report.returnReason })}
        </Alert>
      )}
      <Section
        title={t('figures')}
        actions={
          writes && (
            <Button
              variant="default"
              size="compact-md"
              loading={recount.isPending}
              disabled={unsaved}
              onClick={() => recount.mutate({ reportId, version: report.version })}
            >
              {t('recount')}
            </Button>
          )
        }
      >
        <Trouble error={recount.error} />
        {unsaved && <p className={classes.quiet}>{t('saveFirst')}</p>}
        <Proof reportId={reportId} version={report.version} countedAt={report.countedAt} />
        <Figures of={report.figures} />
      </Section>
      <Unsaved changed={unsaved} />
      {writes ? <ReportWords writing={writing} /> : <WrittenWords report={report} />}
    </>
  );
}

/** I31: that the figures follow from what was kept is checked each time somebody looks. */
function Proof(props: { reportId: string; version: number; countedAt: string }) {
  const t = useTexts();
  const { data } = useQuery(proofQuery(props.reportId, props.version));
  return (
    <div className={classes.proof}>
      <span className={classes.quiet}>{t('countedAt', { at: formatInstant(props.countedAt) })}</span>
      {data && (
        <StateChip tone={data.equal ? 'good' : 'bad'}>
          {t(data.equal ? 'proofEqual' : 'proofDiffers')}
        </StateChip>
      )}
      {data?.changedSince && <StateChip tone="warning">{t('proofChanged')}</StateChip>}
    </div>
  );
}
