import { Button } from '@mantine/core';
import IconExternalLink from '@tabler/icons-react/dist/esm/icons/IconExternalLink.mjs';
import { useQuery } from '@tanstack/react-query';
import { FailureAlert } from '../../../credentials/FailureAlert';
import { useAttempt } from '../../../credentials/use-attempt';
import { currentLanguage } from '../../../i18n/language';
import { buttonsQuery, goToProvider } from '../queries';
import { useTexts } from '../texts';

/** The outside providers that provinces offer; the province is named where there are several. */
export function ProviderButtons() {
  const t = useTexts();
  const attempt = useAttempt();
  const { data } = useQuery(buttonsQuery());
  const buttons = data?.items ?? [];
  const several = new Set(buttons.map(({ provinceName }) => provinceName)).size > 1;
  return (
    <>
      <FailureAlert error={attempt.error} waitS={attempt.waitS} />
      {buttons.map(({ id, nameVi, nameEn, provinceName }) => {
        const name = currentLanguage() === 'vi' ? nameVi : nameEn;
        return (
          <Button
            key={id}
            variant="default"
            fullWidth
            disabled={attempt.busy || attempt.waitS > 0}
            leftSection={<IconExternalLink size={20} aria-hidden="true" />}
            onClick={() => void attempt.run(() => goToProvider(id))}
          >
            {t('with', { name: several ? `${name} · ${provinceName}` : name })}
          </Button>
        );
      })}
    </>
  );
}
