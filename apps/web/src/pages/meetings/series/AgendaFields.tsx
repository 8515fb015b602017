import type { TemplateAgendaItem } from '@diemcau/contracts/meetings/series-template';
import { ActionIcon, Button, TextInput } from '@mantine/core';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { WholeField } from '../../../admin/forms/WholeField';
import { Section } from '../../../admin/parts/Section';
import classes from './series.module.css';
import { useTexts } from './texts';

interface Props {
  readonly agenda: readonly TemplateAgendaItem[];
  readonly onChange: (agenda: TemplateAgendaItem[]) => void;
}

/** What every meeting begins with on its agenda (HB-8.1). */
export function AgendaFields({ agenda, onChange }: Props) {
  const t = useTexts();
  const put = (at: number, changes: Partial<TemplateAgendaItem>) =>
    onChange(agenda.map((item, index) => (index === at ? { ...item, ...changes } : item)));
  return (
    <Section title={t('agenda')}>
      {agenda.map((item, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- items have no identity of their own yet: their place tells them apart
        <div key={at} className={`${classes.line} ${classes.item}`}>
          <TextInput
            aria-label={t('itemTitle', { n: at + 1 })}
            placeholder={t('itemTitle', { n: at + 1 })}
            value={item.title}
            maxLength={300}
            onChange={(event) => put(at, { title: event.currentTarget.value })}
          />
          <WholeField
            aria-label={t('itemMinutes', { n: at + 1 })}
            max={480}
            suffix=" ′"
            value={item.minutes}
            onChange={(minutes) => put(at, { minutes })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('remove', { name: item.title || t('itemTitle', { n: at + 1 }) })}
            onClick={() => onChange(agenda.filter((_, index) => index !== at))}
          >
            <IconX size={20} aria-hidden="true" />
          </ActionIcon>
        </div>
      ))}
      <Button
        mt="xs"
        variant="default"
        size="compact-md"
        leftSection={<IconPlus size={18} aria-hidden="true" />}
        onClick={() => onChange([...agenda, { title: '', unitId: null, minutes: 30, dueDays: 3 }])}
      >
        {t('addItem')}
      </Button>
    </Section>
  );
}
