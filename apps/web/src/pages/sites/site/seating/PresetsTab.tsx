import type { CameraPreset, PresetWanted } from '@diemcau/contracts/meetings/presets';
import { Button, Skeleton } from '@mantine/core';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import IconVideo from '@tabler/icons-react/dist/esm/icons/IconVideo.mjs';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../../../../admin/forms/use-act';
import { Empty } from '../../../../admin/parts/Empty';
import { Section } from '../../../../admin/parts/Section';
import { Trouble } from '../../../../admin/parts/Trouble';
import { Photo } from '../../files/Photo';
import { presetsQuery, setPresets, sitesKey } from '../../queries';
import classes from '../site.module.css';
import type { TabProps } from '../tab';
import { Plan } from './Plan';
import { PresetDialog } from './PresetDialog';
import { useTexts } from './texts';

export const wanted = ({ id, name, number, region, thumbnail }: CameraPreset): PresetWanted => ({
  id,
  name,
  number,
  region,
  thumbnailId: thumbnail?.id ?? null,
});

/** Positions of the camera in the operator's order (HB-8.3, HB-9.2b). */
export function PresetsTab({ site: { id: siteId, seating }, may }: TabProps) {
  const t = useTexts();
  const { data, error, refetch } = useQuery(presetsQuery(siteId));
  const [open, setOpen] = useState<CameraPreset | 'new' | null>(null);
  const close = () => setOpen(null);
  const save = useAct(setPresets, { changes: [sitesKey], done: t('presetsSaved'), after: close });
  if (error) return <Trouble error={error} onRetry={refetch} />;
  if (!data) return <Skeleton height={200} aria-hidden="true" />;
  const { items, version } = data;
  const set = (presets: PresetWanted[]) => save.mutate({ siteId, version, presets });
  const keeps = may('sites.write');
  const before = (at: number) => [
    ...items.slice(0, at - 1),
    items[at],
    items[at - 1],
    ...items.slice(at + 1),
  ];
  const add = keeps && (
    <Button size="sm" leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => setOpen('new')}>
      {t('addPreset')}
    </Button>
  );
  return (
    <Section title={t('presets')} actions={items.length > 0 && add}>
      {items.length === 0 && (
        <Empty icon={IconVideo} title={t('noPresets')}>
          <p>{t('noPresetsText')}</p>
          {add}
        </Empty>
      )}
      <ol className={classes.presets}>
        {items.map((preset, at) => (
          <li key={preset.id} className={classes.preset}>
            {preset.thumbnail && <Photo file={preset.thumbnail} />}
            <strong>{preset.name}</strong>
            {preset.region && seating && <Plan of={seating} region={preset.region} small />}
            {preset.number !== null && <p className={classes.soft}>{t('inCamera', { n: preset.number })}</p>}
            {keeps && (
              <div className={classes.buttons}>
                <Button
                  variant="default"
                  size="compact-sm"
                  aria-label={t('changePreset', { name: preset.name })}
                  onClick={() => setOpen(preset)}
                >
                  {t('change')}
                </Button>
                {at > 0 && (
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    disabled={save.isPending}
                    aria-label={t('earlierPreset', { name: preset.name })}
                    onClick={() => set(before(at).flatMap((one) => (one ? [wanted(one)] : [])))}
                  >
                    {t('earlier')}
                  </Button>
                )}
              </div>
            )}
          </li>
        ))}
      </ol>
      {!open && <Trouble error={save.error} />}
      {open && (
        <PresetDialog
          preset={open === 'new' ? null : open}
          seating={seating}
          busy={save.isPending}
          error={save.error}
          onClose={close}
          onSave={(preset) =>
            set(
              open === 'new'
                ? [...items.map(wanted), preset]
                : items.map((one) => (one.id === open.id ? preset : wanted(one))),
            )
          }
          onRemove={() => set(items.filter((one) => one !== open).map(wanted))}
        />
      )}
    </Section>
  );
}
