import type { Certificate } from '@diemcau/contracts/meetings/certificates';
import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../../admin/forms/use-act';
import { Dialog } from '../../admin/parts/Dialog';
import { Section } from '../../admin/parts/Section';
import { StateChip } from '../../admin/parts/StateChip';
import { DownloadButton } from '../../admin/table/DownloadButton';
import { Pager } from '../../admin/table/Pager';
import classes from '../meetings/checks/checks.module.css';
import own from './event.module.css';
import { certificatesCountQuery, revokeCertificate, trainingsKey, useCertificates } from './queries';
import { useTexts } from './texts';

/** As many as one file of them holds. */
const perPart = 200;

/** What was issued; nothing is shown before. */
export function Certificates({ trainingId, manageable }: { trainingId: string; manageable: boolean }) {
  const t = useTexts();
  const list = useCertificates(trainingId);
  const { data: counts } = useQuery(certificatesCountQuery(trainingId));
  const [revoking, setRevoking] = useState<Certificate | null>(null);
  if (list.rows.length === 0) return null;
  const parts = Math.ceil((counts?.standing ?? 0) / perPart);
  return (
    <Section title={t('certificates')}>
      <div className={own.parts}>
        {Array.from({ length: parts }, (_, i) => i + 1).map((part) => (
          <DownloadButton
            key={part}
            path={`/api/v1/trainings/${trainingId}/certificates/file.pdf`}
            query={{ part: String(part) }}
            fileName={`chung-nhan-${part}.pdf`}
          >
            {parts === 1
              ? t('printAll')
              : t('printPart', {
                  from: (part - 1) * perPart + 1,
                  to: Math.min(part * perPart, counts?.standing ?? 0),
                })}
          </DownloadButton>
        ))}
      </div>
      <table className={classes.sites}>
        <tbody>
          {list.rows.map((one) => (
            <tr key={one.id}>
              <td>
                <strong>{one.name}</strong> <small>{one.unitName}</small>
              </td>
              <td>
                {t('number')} {one.number} <small>· {one.code}</small>
              </td>
              <td>
                <StateChip tone={one.state === 'valid' ? 'good' : 'bad'}>{t(one.state)}</StateChip>
              </td>
              <td>
                <div className={classes.acts}>
                  <DownloadButton
                    path={`/api/v1/certificates/${one.id}/file.pdf`}
                    fileName={`chung-nhan-${one.number.replaceAll('/', '-')}.pdf`}
                  >
                    {t('download')}
                  </DownloadButton>
                  {manageable && one.state === 'valid' && (
                    <Button size="sm" variant="subtle" color="red" onClick={() => setRevoking(one)}>
                      {t('revoke')}
                    </Button>
                  )}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Pager list={list} />
      {revoking && <RevokeDialog certificate={revoking} onClose={() => setRevoking(null)} />}
    </Section>
  );
}

function RevokeDialog({ certificate, onClose }: { certificate: Certificate; onClose: () => void }) {
  const t = useTexts();
  const [reason, setReason] = useState('');
  const revoke = useAct(revokeCertificate, { done: t('revoked'), changes: [trainingsKey], after: onClose });
  return (
    <Dialog
      opened
      danger
      title={t('revokeTitle', { number: certificate.number })}
      act={t('revoke')}
      ready={reason.trim() !== ''}
      busy={revoke.isPending}
      error={revoke.error}
      onClose={onClose}
      onAct={() => revoke.mutate({ certificateId: certificate.id, reason: reason.trim() })}
    >
      <TextInput
        label={t('reason')}
        required
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Dialog>
  );
}
