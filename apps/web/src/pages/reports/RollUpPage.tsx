import { Skeleton } from '@mantine/core';
import IconReport from '@tabler/icons-react/dist/esm/icons/IconReport.mjs';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { today } from '../../admin/dates/format';
import { YearField } from '../../admin/forms/YearField';
import { Back } from '../../admin/parts/Back';
import { Empty } from '../../admin/parts/Empty';
import { PageHead } from '../../admin/parts/PageHead';
import { Section } from '../../admin/parts/Section';
import { Trouble } from '../../admin/parts/Trouble';
import { useAddressState } from '../../admin/table/list-search';
import { UnitPicker } from '../../admin/units/UnitPicker';
import { Downloads } from './Downloads';
import { Figures } from './Figures';
import { rollUpQuery } from './queries';
import { ReportStateChip } from './ReportStateChip';
import classes from './reports.module.css';
import { useTexts } from './texts';

/** Reports of a unit and everything below, in one (HB-10.1). */
export function RollUpPage() {
  const t = useTexts();
  const [{ unitId, year: typed }, patch] = useAddressState();
  const year = Number(typed ?? today().slice(0, 4));
  const { data, error, refetch } = useQuery({
    ...rollUpQuery(unitId ?? '', year),
    enabled: unitId !== undefined,
  });
  const query = { unitId, year: String(year) };
  return (
    <>
      <Back>
        <Link to="/work/reports">{t('title')}</Link>
      </Back>
      <PageHead title={t('rollUp')} lead={t('rollUpLead')}>
        {unitId && <Downloads path="/api/v1/annual-reports/roll-up" query={query} />}
      </PageHead>
      <div className={classes.chooser}>
        <UnitPicker
          label={t('unit')}
          value={unitId ?? null}
          onChange={(id) => patch({ unitId: id ?? undefined })}
        />
        <YearField label={t('year')} value={year} onChange={(year) => patch({ year: String(year) })} />
      </div>
      {!unitId && (
        <Empty icon={IconReport} title={t('chooseUnit')}>
          <p>{t('chooseUnitText')}</p>
        </Empty>
      )}
      <Trouble error={error} onRetry={refetch} />
      {unitId && !data && !error && <Skeleton height={280} radius="lg" aria-hidden="true" />}
      {data && (
        <>
          <Section title={t('figures')}>
            <p className={classes.quiet}>{t('counted', { n: data.counted, missing: data.missing })}</p>
            <Figures of={data.figures} />
          </Section>
          <Section title={t('units')}>
            <table className={classes.units} aria-label={t('units')}>
              <tbody>
                {data.units.map((unit) => (
                  <tr key={unit.unitId}>
                    <td>
                      {unit.reportId === null ? (
                        unit.unitName
                      ) : (
                        <Link to="/work/reports/$reportId" params={{ reportId: unit.reportId }}>
                          {unit.unitName}
                        </Link>
                      )}
                    </td>
                    <td>
                      <ReportStateChip state={unit.state} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Section>
        </>
      )}
    </>
  );
}
