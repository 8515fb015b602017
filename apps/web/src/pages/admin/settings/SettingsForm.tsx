import type { ProvinceSettings } from '@diemcau/contracts/identity/settings';
import { useQueryClient } from '@tanstack/react-query';
import { NewerNotice } from '../../../admin/forms/NewerNotice';
import { SaveBar } from '../../../admin/forms/SaveBar';
import { useAct } from '../../../admin/forms/use-act';
import { useDraft } from '../../../admin/forms/use-draft';
import { Section } from '../../../admin/parts/Section';
import { Trouble } from '../../../admin/parts/Trouble';
import { changesOf, type Draft, draftOf, retentionKeys, retentionRanges } from './draft';
import { Days } from './Days';
import { changeSettings, settingsKey, settingsQuery } from './queries';
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
  const client = useQueryClient();
  const writing = useDraft(settings, draftOf);
  const { base, draft, setDraft, changed, newer, begin } = writing;
  const save = useAct(() => changeSettings({ version: base.version, ...changesOf(base, draft) }), {
    done: t('saved'),
    changes: [settingsKey],
    after: (saved) => {
      client.setQueryData(settingsQuery().queryKey, saved);
      begin(saved);
    },
  });
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  return (
    <fieldset disabled={!mayChange} className={classes.all}>
      {!mayChange && <p className={classes.soft}>{t('readOnly')}</p>}
      <NewerNotice {...writing} />
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
      {!newer && <Trouble error={save.error} />}
      {mayChange && (
        <SaveBar
          changed={changed}
          ready={!newer}
          busy={save.isPending}
          onUndo={() => begin(settings)}
          onSave={() => save.mutate(undefined)}
        />
      )}
    </fieldset>
  );
}
