import { Button, Skeleton } from '@mantine/core';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconFileText from '@tabler/icons-react/dist/esm/icons/IconFileText.mjs';
import { useQuery } from '@tanstack/react-query';
import { formatDayOf, formatInstant } from '../../../admin/dates/format';
import { useAct } from '../../../admin/forms/use-act';
import { Empty } from '../../../admin/parts/Empty';
import { Section } from '../../../admin/parts/Section';
import { StateChip } from '../../../admin/parts/StateChip';
import { Trouble } from '../../../admin/parts/Trouble';
import { FileLink } from '../files/FileLink';
import { acknowledgeRules, siteRulesQuery, sitesKey } from '../queries';
import classes from './site.module.css';
import type { TabProps } from './tab';
import { useTexts } from './texts';

/** The rules that hold here, and who has read them (HB-6). */
export function RulesTab({ site: { id: siteId }, may }: TabProps) {
  const t = useTexts();
  const { data, error, refetch } = useQuery(siteRulesQuery(siteId));
  const acknowledge = useAct(acknowledgeRules, { changes: [sitesKey], done: t('acknowledged') });
  if (error) return <Trouble error={error} onRetry={refetch} />;
  if (!data) return <Skeleton height={200} aria-hidden="true" />;
  const { rules, acknowledged, mine } = data;
  if (!rules) {
    return (
      <Empty icon={IconFileText} title={t('noRules')}>
        <p>{t('noRulesText')}</p>
      </Empty>
    );
  }
  return (
    <div className={classes.columns}>
      <Section title={rules.title}>
        <p className={classes.soft}>
          {t('rulesOf', {
            unit: rules.unitName,
            edition: rules.edition,
            day: formatDayOf(rules.publishedAt),
          })}
        </p>
        <p className={classes.rules}>{rules.text}</p>
        {rules.file && <FileLink file={rules.file} />}
        <div className={classes.buttons}>
          {mine && <StateChip tone="good">{t('youAcknowledged')}</StateChip>}
          {!mine && may('sites.write') && (
            <Button
              leftSection={<IconCircleCheck size={18} aria-hidden="true" />}
              loading={acknowledge.isPending}
              onClick={() => acknowledge.mutate({ siteId, rulesId: rules.id })}
            >
              {t('acknowledge')}
            </Button>
          )}
        </div>
        <Trouble error={acknowledge.error} />
      </Section>
      <Section title={t('whoAcknowledged')}>
        {acknowledged.length === 0 && <p className={classes.soft}>{t('nobodyAcknowledged')}</p>}
        <ul className={classes.items}>
          {acknowledged.map(({ userId, name, at }) => (
            <li key={userId} className={classes.item}>
              {name}
              <p className={classes.soft}>{formatInstant(at)}</p>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}
