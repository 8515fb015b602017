import type { ProvinceSettings } from '@diemcau/contracts/identity/settings';
import { useState } from 'react';
import { SaveBar } from '../../../admin/forms/SaveBar';
import { useAct } from '../../../admin/forms/use-act';
import { Section } from '../../../admin/parts/Section';
import { Trouble } from '../../../admin/parts/Trouble';
import { changesOf, type Draft, draftOf, retentionKeys, retentionRanges } from './draft';
import { Days } from './Days';
import { changeSettings, settingsKey } from './queries';
import classes from './settings.module.css';
import { SignInSettings } from './SignInSettings';
import { SupportSettings } from './SupportSettings';
import { useTexts } from './texts';

interface Props {
  readonly settings: ProvinceSettings;
  readonly mayChange: boolean;
}

export interface GroupProps {
  readonly draft: Draft;
  readonly onChange: (changes: Partial<Draft>) => void;
}

export function SettingsForm({ settings, mayChange }: Props) {
  const t = useTexts();
  const [draft, setDraft] = useState(() => draftOf(settings));
  const changes = changesOf(settings, draft);
  const changed = Object.keys(changes).length > 0;
  const save = useAct(() => changeSettings({ version: settings.version, ...changes }), {
    done: t('saved'),
    changes: [settingsKey],
  });
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  return (
    <fieldset disabled={!mayChange} className={classes.all}>
      {!mayChange && <p className={classes.soft}>{t('readOnly')}</p>}
      <Section title={t('signIn')}>
        <SignInSettings draft={draft} onChange={change} />
      </Section>
      <Section title={t('support')}>
        <SupportSettings draft={draft} onChange={change} />
      </Section>
      <Section title={t('retention')}>
        <p className={classes.soft}>{t('retentionText')}</p>
        <div className={classes.grid}>
          {retentionKeys.map((key) => (
            <Days
              key={key}
              label={t(`keep_${key}`)}
              range={retentionRanges[key]}
              value={draft.retentionDays[key]}
              onChange={(days) => change({ retentionDays: { ...draft.retentionDays, [key]: days } })}
            />
          ))}
          <Days
            label={t('erasureWait')}
            range={[0, 30, 3]}
            value={draft.erasureWaitDays}
            onChange={(erasureWaitDays) => change({ erasureWaitDays })}
          />
        </div>
      </Section>
      <Trouble error={save.error} />
      {mayChange && (
        <SaveBar
          changed={changed}
          busy={save.isPending}
          onUndo={() => setDraft(draftOf(settings))}
          onSave={() => save.mutate(undefined)}
        />
      )}
    </fieldset>
  );
}
