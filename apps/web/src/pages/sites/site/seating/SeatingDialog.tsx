import type { StoredFile } from '@diemcau/contracts/meetings/files';
import type { SeatingKind } from '@diemcau/contracts/meetings/sites-seating';
import type { Site } from '@diemcau/contracts/meetings/sites';
import { Group, NumberInput, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../../../admin/forms/use-act';
import { useReadVersion } from '../../../../admin/forms/use-read-version';
import { Dialog } from '../../../../admin/parts/Dialog';
import { PhotosField } from '../../files/PhotosField';
import { setSeating, sitesKey } from '../../queries';
import { MarksField } from './MarksField';
import { useTexts } from './texts';

const kinds: readonly SeatingKind[] = ['grid', 'picture'];

/** Rows of seats, or a picture of the room, with names where they matter. */
export function SeatingDialog({ site, onClose }: { site: Site; onClose: () => void }) {
  const t = useTexts();
  const [kind, setKind] = useState<SeatingKind>(site.seating?.kind ?? 'grid');
  const [rows, setRows] = useState<number | string>(site.seating?.rows ?? 5);
  const [seats, setSeats] = useState<number | string>(site.seating?.seatsPerRow ?? 8);
  const [pictureId, setPictureId] = useState(site.seating?.fileId ?? null);
  const [sent, setSent] = useState<readonly StoredFile[]>([]);
  const [marks, setMarks] = useState(site.seating?.marks ?? []);
  const save = useAct(setSeating, { changes: [sitesKey], done: t('saved'), after: onClose });
  const version = useReadVersion(site.version, save.error);
  const isGrid = kind === 'grid';
  const whole = { min: 1, max: 60, allowDecimal: false } as const;
  const submit = () =>
    save.mutate({
      siteId: site.id,
      version,
      seating: {
        kind,
        rows: isGrid ? Number(rows) : null,
        seatsPerRow: isGrid ? Number(seats) : null,
        fileId: isGrid ? null : pictureId,
        marks: marks.filter(({ label }) => label.trim() !== ''),
      },
    });
  const tooMany = isGrid && Number(rows) * Number(seats) > site.capacity;
  return (
    <Dialog
      opened
      title={t('title')}
      act={t('save')}
      onAct={submit}
      onClose={onClose}
      busy={save.isPending}
      ready={isGrid ? Number(rows) > 0 && Number(seats) > 0 && !tooMany : pictureId !== null}
      error={save.error}
    >
      <SegmentedControl
        fullWidth
        aria-label={t('kind')}
        value={kind}
        onChange={(value) => setKind(kinds.find((one) => one === value) ?? 'grid')}
        data={kinds.map((value) => ({ value, label: t(value) }))}
      />
      {isGrid ? (
        <Group grow align="start">
          <NumberInput {...whole} label={t('rows')} value={rows} onChange={setRows} />
          <NumberInput
            {...whole}
            label={t('seatsPerRow')}
            value={seats}
            onChange={setSeats}
            error={tooMany && t('tooMany', { n: site.capacity })}
          />
        </Group>
      ) : (
        <PhotosField
          label={t('picture')}
          max={1}
          value={sent}
          onChange={(files) => {
            setSent(files);
            setPictureId(files[0]?.id ?? site.seating?.fileId ?? null);
          }}
        />
      )}
      <MarksField value={marks} onChange={setMarks} />
    </Dialog>
  );
}
