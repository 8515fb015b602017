import '../../admin/styles';
import { Problem } from '@diemcau/client/problem';
import { body } from '@diemcau/client/rest';
import type { CertificateFace } from '@diemcau/contracts/meetings/certificates';
import { Alert, Button, TextInput } from '@mantine/core';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconCircleX from '@tabler/icons-react/dist/esm/icons/IconCircleX.mjs';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { formatDay, formatDayOf } from '../../admin/dates/format';
import { Facts } from '../../admin/parts/Facts';
import { PageHead } from '../../admin/parts/PageHead';
import { Trouble } from '../../admin/parts/Trouble';
import { rest } from '../../api/rest';
import { PageFrame } from '../../parts/PageFrame';
import { useTexts } from './texts';
import classes from './certificate.module.css';

const verify = (code: string) =>
  body(rest.GET('/api/v1/certificates/verify', { params: { query: { code } } }));
const isUnknown = (error: unknown): boolean =>
  error instanceof Problem && ['certificates.notFound', 'common.invalid'].includes(error.code);

/** For anybody who holds a certificate and wonders (DA-1a). */
export function CertificatePage() {
  const t = useTexts();
  const [code, setCode] = useState('');
  const found = useMutation({ mutationFn: verify });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim()) found.mutate(code.trim());
  };
  return (
    <PageFrame>
      <div className={classes.page}>
        <PageHead title={t('title')} lead={t('intro')} />
        <form onSubmit={submit} className={classes.form}>
          <TextInput
            label={t('code')}
            size="lg"
            maxLength={30}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            placeholder="7K3M-9QPX-2RTA"
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
          <Button type="submit" size="lg" loading={found.isPending}>
            {t('look')}
          </Button>
        </form>
        {isUnknown(found.error) ? (
          <Alert color="red" role="alert" icon={<IconCircleX aria-hidden="true" />} title={t('notFound')}>
            {t('notFoundText')}
          </Alert>
        ) : (
          <Trouble error={found.error} />
        )}
        {found.data && <Face face={found.data} />}
      </div>
    </PageFrame>
  );
}

function Face({ face }: { face: CertificateFace }) {
  const t = useTexts();
  const valid = face.state === 'valid';
  const days =
    face.firstDay === face.lastDay
      ? formatDay(face.firstDay)
      : `${formatDay(face.firstDay)} – ${formatDay(face.lastDay)}`;
  return (
    <>
      <Alert
        role="status"
        color={valid ? 'teal' : 'red'}
        icon={valid ? <IconCircleCheck aria-hidden="true" /> : <IconCircleX aria-hidden="true" />}
        title={valid ? t('valid') : t('revoked', { at: formatDayOf(face.revokedAt ?? face.issuedAt) })}
      />
      <Facts
        of={[
          [t('number'), face.number],
          [t('name'), face.name],
          [t('unit'), face.unitName],
          [t('course'), face.title],
          [t('days'), `${days} · ${t('sessions', { n: face.sessions })}`],
          [t('issuer'), face.issuerName],
          [t('issuedAt'), formatDayOf(face.issuedAt)],
        ]}
      />
    </>
  );
}
