import { Button, Popover } from '@mantine/core';
import IconPhone from '@tabler/icons-react/dist/esm/icons/IconPhone.mjs';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { operatorsQuery } from './queries';
import { useTexts } from './texts';

/** Who runs the site, as the roster says today (HB-10.3); fetched when somebody wants to call. */
export function WhomToCall({ unitId, unitName }: { unitId: string; unitName: string }) {
  const t = useTexts();
  const [opened, setOpened] = useState(false);
  const { data } = useQuery({ ...operatorsQuery(unitId), enabled: opened });
  const people = data?.items.filter((one) => one.unitId === unitId) ?? [];
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" withArrow trapFocus>
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPhone size={16} aria-hidden="true" />}
          onClick={() => setOpened(!opened)}
        >
          {t('call')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <strong>{unitName}</strong>
        {people.map(({ id, name, phone, duties }) => (
          <div key={id}>
            {name} ({duties}) {phone && <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>}
          </div>
        ))}
        {data && people.length === 0 && <div>{t('callNobody')}</div>}
      </Popover.Dropdown>
    </Popover>
  );
}
