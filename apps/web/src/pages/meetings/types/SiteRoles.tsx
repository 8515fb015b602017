import type { MainSiteRule } from '@diemcau/contracts/meetings/meeting-types';
import { Checkbox, Radio } from '@mantine/core';
import { Section } from '../../../admin/parts/Section';
import type { TypeDraft } from './draft';
import { useTexts } from './texts';
import classes from './types.module.css';

const rules = ['ownerUnit', 'chosen'] as const satisfies readonly MainSiteRule[];

interface Props {
  readonly draft: TypeDraft;
  readonly put: (changes: Partial<TypeDraft>) => void;
}

/** Which sites are what in a meeting of the type (HB-2.1, HB-2.2). */
export function SiteRoles({ draft, put }: Props) {
  const t = useTexts();
  return (
    <Section title={t('siteRoles')}>
      <Radio.Group
        label={t('mainSite')}
        value={draft.mainSite}
        onChange={(value) => {
          const mainSite = rules.find((one) => one === value);
          if (mainSite) put({ mainSite });
        }}
      >
        <div className={classes.rules}>
          {rules.map((rule) => (
            <Radio
              key={rule}
              value={rule}
              label={t(`mainSite_${rule}`)}
              description={t(`mainSite_${rule}_text`)}
            />
          ))}
        </div>
      </Radio.Group>
      <div className={classes.checks}>
        <Checkbox
          label={t('standby')}
          checked={draft.standbyNeeded}
          onChange={(event) => put({ standbyNeeded: event.currentTarget.checked })}
        />
      </div>
    </Section>
  );
}
