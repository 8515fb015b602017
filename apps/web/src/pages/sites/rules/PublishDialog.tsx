import type { StoredFile } from '@diemcau/contracts/meetings/files';
import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useFaults } from '../../../admin/forms/faults';
import { useAct } from '../../../admin/forms/use-act';
import { Dialog } from '../../../admin/parts/Dialog';
import { useAdmin } from '../../../admin/permissions';
import { UnitPicker } from '../../../admin/units/UnitPicker';
import { DocumentField } from '../files/DocumentField';
import { sitesKey } from '../queries';
import { publishRules, rulesKey } from './queries';
import { useTexts } from './texts';

export function PublishDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts();
  const { grants } = useAdmin();
  const [unitId, setUnitId] = useState<string | null>(grants[0]?.unitId ?? null);
  const [title, setTitle] = useState(t('usualTitle'));
  const [text, setText] = useState('');
  const [file, setFile] = useState<StoredFile | null>(null);
  const publish = useAct(publishRules, {
    changes: [rulesKey, sitesKey],
    done: t('published'),
    after: onClose,
  });
  const faultOf = useFaults(publish.error);
  const submit = () => {
    if (unitId === null) return;
    publish.mutate({ unitId, title: title.trim(), text: text.trim(), fileId: file?.id ?? null });
  };
  return (
    <Dialog
      opened
      title={t('publish')}
      act={t('publish')}
      onAct={submit}
      onClose={onClose}
      busy={publish.isPending}
      ready={unitId !== null && title.trim() !== '' && text.trim() !== ''}
      error={publish.error}
      width={680}
    >
      <p>{t('publishText')}</p>
      <UnitPicker label={t('unit')} value={unitId} onChange={setUnitId} error={faultOf('unitId')} required />
      <TextInput
        label={t('name')}
        value={title}
        maxLength={200}
        required
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Textarea
        label={t('text')}
        value={text}
        maxLength={20_000}
        autosize
        minRows={6}
        maxRows={16}
        required
        data-autofocus
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <DocumentField label={t('file')} value={file} onChange={setFile} />
    </Dialog>
  );
}
