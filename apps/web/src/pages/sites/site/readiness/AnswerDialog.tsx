import type { StoredFile } from '@diemcau/contracts/meetings/files';
import type { AnswerReadiness, ReadinessItem } from '@diemcau/contracts/meetings/readiness';
import { SegmentedControl, Textarea } from '@mantine/core';
import { useState } from 'react';
import { DayField } from '../../../../admin/dates/DayField';
import { useAct } from '../../../../admin/forms/use-act';
import { Dialog } from '../../../../admin/parts/Dialog';
import { PhotosField } from '../../files/PhotosField';
import { answerItem, sitesKey } from '../../queries';
import { useSiteWords } from '../../words';
import { nameOf } from './name-of';
import { useTexts } from './texts';

type Result = AnswerReadiness['result'];
const results: readonly Result[] = ['missing', 'fail', 'pass'];

/** Where a waived item begins anew; of seats, what the capacity gives. */
function answeredOf({ result, seats, actual }: ReadinessItem): Result {
  if (seats !== null) return Number(actual) >= seats ? 'pass' : 'fail';
  return result === 'waived' ? 'missing' : result;
}

interface Props {
  readonly siteId: string;
  readonly item: ReadinessItem;
  readonly onClose: () => void;
}

/** What there is, with photos from the phone's camera. */
export function AnswerDialog({ siteId, item, onClose }: Props) {
  const t = useTexts();
  const words = useSiteWords();
  const [result, setResult] = useState<Result>(answeredOf(item));
  const [photos, setPhotos] = useState<readonly StoredFile[]>(item.photos);
  const [commitment, setCommitment] = useState(item.commitment ?? '');
  const [actual, setActual] = useState(item.actual ?? '');
  const [dueOn, setDueOn] = useState(item.dueOn);
  const save = useAct(answerItem, { changes: [sitesKey], done: t('saved'), after: onClose });
  const counted = item.seats !== null;
  const photoLacks = item.photo && !counted && result === 'pass' && photos.length === 0;
  const submit = () =>
    save.mutate({
      siteId,
      key: item.key,
      answerVersion: item.answerVersion,
      result,
      commitment: commitment.trim() || null,
      actual: counted ? null : actual.trim() || null,
      dueOn,
      photoIds: photos.map(({ id }) => id),
    });
  return (
    <Dialog
      opened
      title={nameOf(item)}
      act={t('save')}
      onAct={submit}
      onClose={onClose}
      busy={save.isPending}
      ready={!photoLacks}
      error={save.error}
    >
      {counted ? (
        <p>{t('counted', { seats: item.seats ?? 0, capacity: item.actual ?? '0' })}</p>
      ) : (
        <SegmentedControl
          fullWidth
          aria-label={t('result')}
          value={result}
          onChange={(value) => setResult(results.find((one) => one === value) ?? 'missing')}
          data={results.map((value) => ({ value, label: words(`result_${value}`) }))}
        />
      )}
      <PhotosField
        label={t('photos')}
        {...(item.photo && !counted && { description: t('photoNeeded') })}
        value={photos}
        onChange={setPhotos}
      />
      <Textarea
        label={t('commitment')}
        value={commitment}
        maxLength={1000}
        autosize
        minRows={1}
        onChange={(event) => setCommitment(event.currentTarget.value)}
      />
      {!counted && (
        <Textarea
          label={t('actual')}
          value={actual}
          maxLength={1000}
          autosize
          minRows={1}
          onChange={(event) => setActual(event.currentTarget.value)}
        />
      )}
      {result !== 'pass' && <DayField label={t('dueOn')} value={dueOn} onChange={setDueOn} />}
    </Dialog>
  );
}
