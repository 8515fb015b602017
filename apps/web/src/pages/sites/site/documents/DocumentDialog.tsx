import type { StoredFile } from '@diemcau/contracts/meetings/files';
import type { SiteDocument, SiteDocumentKind } from '@diemcau/contracts/meetings/site-documents';
import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { DayField } from '../../../../admin/dates/DayField';
import { today } from '../../../../admin/dates/format';
import { useAct } from '../../../../admin/forms/use-act';
import { useTextFields } from '../../../../admin/forms/use-text-fields';
import { Dialog } from '../../../../admin/parts/Dialog';
import { DocumentField } from '../../files/DocumentField';
import { addDocument, changeDocument, sitesKey } from '../../queries';
import { useSiteWords } from '../../words';
import { useTexts } from './texts';

const kinds: readonly SiteDocumentKind[] = [
  'managementPlan',
  'securityPlan',
  'contingencyPlan',
  'cooperationRules',
  'other',
];

interface Props {
  readonly siteId: string;
  /** Null for a new one. */
  readonly document: SiteDocument | null;
  readonly onClose: () => void;
}

export function DocumentDialog({ siteId, document, onClose }: Props) {
  const t = useTexts();
  const words = useSiteWords();
  const [kind, setKind] = useState<SiteDocumentKind>(document?.kind ?? 'managementPlan');
  const [validFrom, setValidFrom] = useState<string | null>(document?.validFrom ?? today());
  const [validTo, setValidTo] = useState(document?.validTo ?? null);
  const [reportedOn, setReportedOn] = useState(document?.reportedOn ?? null);
  const [file, setFile] = useState<StoredFile | null>(document?.file ?? null);
  const options = { changes: [sitesKey], done: t('saved'), after: onClose };
  const add = useAct(addDocument, options);
  const change = useAct(changeDocument, options);
  const act = document ? change : add;
  const [fields, text] = useTextFields(
    {
      title: document?.title ?? '',
      number: document?.number ?? '',
      reportedTo: document?.reportedTo ?? '',
    },
    { label: t, error: act.error },
  );
  const submit = () => {
    if (validFrom === null) return;
    const given = {
      title: fields.title.trim(),
      number: fields.number.trim() || null,
      reportedTo: fields.reportedTo.trim() || null,
      validFrom,
      validTo,
      reportedOn,
      fileId: file?.id ?? null,
    };
    if (document) change.mutate({ documentId: document.id, version: document.version, ...given });
    else add.mutate({ siteId, kind, ...given });
  };
  return (
    <Dialog
      opened
      title={t(document ? 'change' : 'add')}
      act={t('save')}
      onAct={submit}
      onClose={onClose}
      busy={act.isPending}
      ready={fields.title.trim() !== '' && validFrom !== null}
      error={act.error}
    >
      {!document && (
        <Select
          label={t('kind')}
          data={kinds.map((value) => ({ value, label: words(`kind_${value}`) }))}
          value={kind}
          onChange={(value) => setKind(kinds.find((one) => one === value) ?? kind)}
          allowDeselect={false}
        />
      )}
      <TextInput {...text('title', 300)} required data-autofocus />
      <TextInput {...text('number', 60)} />
      <DayField label={t('validFrom')} value={validFrom} onChange={setValidFrom} required />
      <DayField label={t('validTo')} value={validTo} onChange={setValidTo} />
      <TextInput {...text('reportedTo', 200)} />
      <DayField label={t('reportedOn')} value={reportedOn} onChange={setReportedOn} />
      <DocumentField label={t('file')} value={file} onChange={setFile} />
    </Dialog>
  );
}
