import { Button, Tabs } from '@mantine/core';
import IconListCheck from '@tabler/icons-react/dist/esm/icons/IconListCheck.mjs';
import { Link } from '@tanstack/react-router';
import { PageHead } from '../../../admin/parts/PageHead';
import { useAdmin, useMay } from '../../../admin/permissions';
import { useAddressState } from '../../../admin/table/list-search';
import { UnitPicker } from '../../../admin/units/UnitPicker';
import classes from '../site/site.module.css';
import { CostSums } from './CostSums';
import { Expiries } from './Expiries';
import { Plans } from './Plans';
import { RollUp } from './RollUp';
import { useTexts } from './texts';

const keys = ['rollUp', 'plans', 'expiries', 'costs'] as const;

/** Readiness, plans and costs of many sites, by unit (DA-1, DA-1b, HB-11.3). */
export function ReadinessPage() {
  const t = useTexts();
  const may = useMay();
  const { grants } = useAdmin();
  const [{ tab, unitId: asked }, patch] = useAddressState();
  // One's own unit to begin with: a province in one line says little.
  const unitId = asked ?? (grants.length === 1 ? grants[0]?.unitId : undefined);
  const shown = keys.find((key) => key === tab) ?? 'rollUp';
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')}>
        {may('sites.configure') && (
          <Button
            variant="default"
            leftSection={<IconListCheck size={18} aria-hidden="true" />}
            renderRoot={(props) => <Link to="/work/readiness/checklist" {...props} />}
          >
            {t('checklist')}
          </Button>
        )}
      </PageHead>
      <div className={classes.unit}>
        <UnitPicker
          label={t('below')}
          value={unitId ?? null}
          onChange={(id) => patch({ unitId: id ?? undefined })}
        />
      </div>
      <Tabs
        mt="md"
        value={shown}
        onChange={(value) =>
          patch({ tab: value === 'rollUp' ? undefined : (value ?? undefined), q: undefined })
        }
        keepMounted={false}
      >
        <Tabs.List className={classes.tabs} aria-label={t('title')}>
          {keys.map((key) => (
            <Tabs.Tab key={key} value={key}>
              {t(key)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={shown} className={classes.panel}>
          {shown === 'rollUp' && <RollUp unitId={unitId} onOpen={(id) => patch({ unitId: id })} />}
          {shown === 'plans' && <Plans />}
          {shown === 'expiries' && <Expiries />}
          {shown === 'costs' && <CostSums unitId={unitId} />}
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
