import type { StoredFile } from '@diemcau/contracts/meetings/files';
import type { CameraPreset, PresetWanted } from '@diemcau/contracts/meetings/presets';
import type { SeatingPlan } from '@diemcau/contracts/meetings/sites-seating';
import { Button, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../../../../admin/parts/Dialog';
import { PhotosField } from '../../files/PhotosField';
import { isSpan, regionOf, spanOf } from './region';
import { RegionField } from './RegionField';
import { useTexts } from './texts';

interface Props {
  /** Null for a new one. */
  readonly preset: CameraPreset | null;
  /** Null while nobody drew it. */
  readonly seating: SeatingPlan | null;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onSave: (preset: PresetWanted) => void;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}

export function PresetDialog({ preset, seating, busy, error, onSave, onRemove, onClose }: Props) {
  const t = useTexts();
  const [name, setName] = useState(preset?.name ?? '');
  const [number, setNumber] = useState<number | string>(preset?.number ?? '');
  const [pictures, setPictures] = useState<readonly StoredFile[]>(
    preset?.thumbnail ? [preset.thumbnail] : [],
  );
  const [span, setSpan] = useState(preset?.region && seating ? spanOf(preset.region, seating) : null);
  const submit = () =>
    onSave({
      ...(preset && { id: preset.id }),
      name: name.trim(),
      number: number === '' ? null : Number(number),
      region: seating ? span && regionOf(span, seating) : (preset?.region ?? null),
      thumbnailId: pictures[0]?.id ?? null,
    });
  return (
    <Dialog
      opened
      title={preset ? t('changePreset', { name: preset.name }) : t('addPreset')}
      act={t('save')}
      onAct={submit}
      onClose={onClose}
      busy={busy}
      ready={name.trim() !== '' && (!seating || span === null || isSpan(span, seating))}
      error={error}
    >
      <TextInput
        label={t('presetName')}
        value={name}
        maxLength={100}
        required
        data-autofocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <NumberInput
        label={t('presetNumber')}
        description={t('presetNumberHint')}
        min={0}
        max={255}
        allowDecimal={false}
        value={number}
        onChange={setNumber}
      />
      {seating && <RegionField plan={seating} value={span} onChange={setSpan} />}
      <PhotosField
        label={t('thumbnail')}
        purpose="thumbnail"
        max={1}
        value={pictures}
        onChange={setPictures}
      />
      {preset && (
        <Button variant="subtle" color="red.9" size="compact-md" disabled={busy} onClick={onRemove}>
          {t('removePreset')}
        </Button>
      )}
    </Dialog>
  );
}
