import type { TrialBoard, TrialUnit, TrialUnitState } from '@diemcau/contracts/meetings/trials';
import { Button } from '@mantine/core';
import IconBuilding from '@tabler/icons-react/dist/esm/icons/IconBuilding.mjs';
import { Link } from '@tanstack/react-router';
import { Empty } from '../../../admin/parts/Empty';
import { StateChip, type Tone } from '../../../admin/parts/StateChip';
import { useMay } from '../../../admin/permissions';
import { type Column, DataTable } from '../../../admin/table/DataTable';
import { FilterSelect } from '../../../admin/table/FilterSelect';
import { ListTools } from '../../../admin/table/ListTools';
import { useReasonWords } from '../checks/steps/reasons';
import { WhomToCall } from '../checks/WhomToCall';
import { unitStates, useBoardUnits } from './queries';
import { useTexts } from './texts';
import classes from './trials.module.css';

const tones = { waiting: 'waiting', failed: 'bad', passed: 'good' } as const satisfies Record<
  TrialUnitState,
  Tone
>;

/** The units of a window, who has not passed first: a page of them, since a province has thousands. */
export function UnitsTable({ trial }: { readonly trial: TrialBoard }) {
  const t = useTexts();
  const may = useMay();
  const { id, state, manageable } = trial;
  const list = useBoardUnits(id, state === 'open');
  const answers = state === 'open' && may('meetings.answer');
  const columns: Column<TrialUnit>[] = [
    { key: 'unit', title: t('unitName'), text: ({ unitName }) => unitName },
    {
      key: 'state',
      title: t('tried'),
      text: (unit) => t(unit.state),
      render: (unit) => <Standing of={unit} />,
    },
  ];
  if (manageable || answers) {
    columns.push({
      key: 'acts',
      title: t('acts'),
      text: () => '',
      render: (unit) => <Acts of={unit} {...{ answers, manageable }} />,
    });
  }
  return (
    <div className={classes.board}>
      <ListTools list={list} search={t('unitSearch')}>
        <FilterSelect
          list={list}
          name="state"
          label={t('state')}
          options={unitStates.map((value) => ({ value, label: t(value) }))}
        />
      </ListTools>
      <DataTable
        label={t('units')}
        list={list}
        columns={columns}
        idOf={({ unitId }) => unitId}
        empty={
          <Empty icon={IconBuilding} title={t('noUnits')}>
            {manageable && state !== 'closed' && <p>{t('noUnitsText')}</p>}
          </Empty>
        }
      />
    </div>
  );
}

function Standing({ of: { state, tries, test } }: { readonly of: TrialUnit }) {
  const t = useTexts();
  const wordsOf = useReasonWords();
  return (
    <>
      <StateChip tone={tones[state]}>{t(state)}</StateChip>{' '}
      {tries > 0 && <small>{t('tries', { n: tries })}</small>}
      {test && !test.passed && <div className={classes.reasons}>{test.reasons.map(wordsOf).join(' · ')}</div>}
    </>
  );
}

interface ActsProps {
  readonly of: TrialUnit;
  readonly answers: boolean;
  readonly manageable: boolean;
}

function Acts({ of: { trialId, unitId, unitName, state }, answers, manageable }: ActsProps) {
  const t = useTexts();
  return (
    <div className={classes.acts}>
      {manageable && state !== 'passed' && <WhomToCall unitId={unitId} unitName={unitName} />}
      {answers && (
        <Button
          size="compact-sm"
          // Who runs the window has fifty of them below each other.
          variant={manageable || state === 'passed' ? 'default' : 'filled'}
          renderRoot={(props) => (
            <Link {...props} to="/work/trials/$trialId/$unitId" params={{ trialId, unitId }} />
          )}
        >
          {t('tryHere')}
        </Button>
      )}
    </div>
  );
}
