import { body } from '@diemcau/client/rest';
import { Alert, Button } from '@mantine/core';
import IconExternalLink from '@tabler/icons-react/dist/esm/icons/IconExternalLink.mjs';
import IconInfoCircle from '@tabler/icons-react/dist/esm/icons/IconInfoCircle.mjs';
import IconLink from '@tabler/icons-react/dist/esm/icons/IconLink.mjs';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDayOf, formatInstant } from '../../../admin/dates/format';
import { notify } from '../../../admin/notices/notices';
import { Section } from '../../../admin/parts/Section';
import { Trouble } from '../../../admin/parts/Trouble';
import { rest } from '../../../api/rest';
import { FailureAlert } from '../../../credentials/FailureAlert';
import { useAttempt } from '../../../credentials/use-attempt';
import { currentLanguage } from '../../../i18n/language';
import { buttonsQuery } from '../../sign-in/queries';
import { useStepUp } from '../step-up/step-up';
import classes from '../AccountPage.module.css';
import { arrivalFromLink } from './arrival';
import { useTexts } from './texts';

const key = ['me', 'links'];

/** Accounts at outside providers that sign in as this one; not shown where there are no providers. */
export function LinksSection() {
  const t = useTexts();
  const queries = useQueryClient();
  const stepUp = useStepUp();
  const attempt = useAttempt();
  const [arrival] = useState(arrivalFromLink);
  const links = useQuery({ queryKey: key, queryFn: () => body(rest.GET('/api/v1/account/oidc')) });
  const providers = useQuery(buttonsQuery());
  const linked = links.data?.items ?? [];
  const free = (providers.data?.items ?? []).filter(({ id }) => !linked.some((one) => one.providerId === id));
  if (linked.length === 0 && free.length === 0 && !arrival) return null;
  const nameOf = ({ nameVi, nameEn }: { nameVi: string; nameEn: string }) =>
    currentLanguage() === 'vi' ? nameVi : nameEn;
  const link = async (providerId: string) => {
    await stepUp(async () => {
      const { url } = await body(
        rest.POST('/api/v1/account/oidc/providers/{providerId}', { params: { path: { providerId } } }),
      );
      location.assign(url);
    });
  };
  const unlink = async (linkId: string) => {
    await stepUp(() => body(rest.DELETE('/api/v1/account/oidc/{linkId}', { params: { path: { linkId } } })));
    await queries.invalidateQueries({ queryKey: key });
    notify('done', t('unlinked'));
  };
  return (
    <Section title={t('title')}>
      <Trouble error={links.data ? null : links.error} onRetry={links.refetch} />
      <FailureAlert error={attempt.error} waitS={attempt.waitS} />
      {arrival && (
        <Alert
          color={arrival === 'linked' ? 'teal' : 'red'}
          icon={<IconInfoCircle aria-hidden="true" />}
          role="status"
          mb="sm"
        >
          {t(arrival)}
        </Alert>
      )}
      <ul className={classes.rows}>
        {linked.map((one) => (
          <li key={one.id} className={classes.row}>
            <IconLink size={22} aria-hidden="true" />
            <div className={classes.rowText}>
              <div className={classes.rowName}>{nameOf(one)}</div>
              <div className={classes.rowFacts}>
                {t('linkedAt', { at: formatDayOf(one.linkedAt) })}
                {one.lastUsedAt && ` · ${t('usedAt', { at: formatInstant(one.lastUsedAt) })}`}
              </div>
            </div>
            <Button
              variant="subtle"
              size="compact-md"
              color="red.8"
              disabled={attempt.busy}
              onClick={() => void attempt.run(() => unlink(one.id))}
            >
              {t('unlink')}
            </Button>
          </li>
        ))}
      </ul>
      <div className={classes.actions}>
        {free.map((provider) => (
          <Button
            key={provider.id}
            variant="default"
            size="sm"
            disabled={attempt.busy}
            leftSection={<IconExternalLink size={18} aria-hidden="true" />}
            onClick={() => void attempt.run(() => link(provider.id))}
          >
            {t('link', { name: nameOf(provider) })}
          </Button>
        ))}
      </div>
    </Section>
  );
}
