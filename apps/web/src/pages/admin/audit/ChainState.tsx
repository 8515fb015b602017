import { body } from '@diemcau/client/rest';
import { Button, Popover } from '@mantine/core';
import IconLink from '@tabler/icons-react/dist/esm/icons/IconLink.mjs';
import { useQuery } from '@tanstack/react-query';
import { formatInstant } from '../../../admin/dates/format';
import { Facts } from '../../../admin/parts/Facts';
import { StateChip } from '../../../admin/parts/StateChip';
import { formatCount } from '../../../admin/table/count';
import { rest } from '../../../api/rest';
import { CopyButton } from '../../../credentials/CopyButton';
import classes from './audit.module.css';
import { useTexts } from './texts';

/** Entries that may wait at any moment without anything being wrong. */
const usuallyWaiting = 200;

/** The head of the hash chain: noted elsewhere, it shows later that nothing before it was changed. */
export function ChainState() {
  const t = useTexts();
  const { data } = useQuery({
    queryKey: ['admin', 'audit', 'head'],
    queryFn: () => body(rest.GET('/api/v1/audit/head')),
    refetchInterval: 15_000,
  });
  if (!data) return null;
  const late = data.unsealed > usuallyWaiting;
  return (
    <Popover position="bottom-end" width="min(420px, calc(100vw - 2rem))" withArrow shadow="md">
      <Popover.Target>
        <Button variant="default" size="sm" leftSection={<IconLink size={18} aria-hidden="true" />}>
          {t('chain')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Facts
          of={[
            [
              t('chainState'),
              <StateChip key="state" tone={late ? 'warning' : 'good'}>
                {t(late ? 'chainLate' : 'chainSealed')}
              </StateChip>,
            ],
            [t('chainPosition'), formatCount(data.position)],
            [t('chainSealedAt'), data.sealedAt ? formatInstant(data.sealedAt) : t('chainNever')],
            [t('chainUnsealed'), formatCount(data.unsealed)],
          ]}
        />
        <p className={classes.soft}>{t('chainText')}</p>
        <code className={classes.hash}>{data.hash}</code>
        <CopyButton text={`${data.position} ${data.hash}`} />
      </Popover.Dropdown>
    </Popover>
  );
}
