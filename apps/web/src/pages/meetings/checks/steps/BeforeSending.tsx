import type { CheckItem, ExpectedItem, ItemFound } from '@diemcau/contracts/meetings/checks-test';
import { reasonsOfItems } from '@diemcau/contracts/meetings/vital-parts';
import { Alert } from '@mantine/core';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconCircleX from '@tabler/icons-react/dist/esm/icons/IconCircleX.mjs';
import { Faults } from './Faults';
import { useReasonWords } from './reasons';
import { useTexts } from './texts';

interface Props {
  readonly items: readonly ItemFound[];
  readonly expected: readonly ExpectedItem[];
}

/** What comes of the ticks: the site is red, or passes with remarks. Nothing where all is in order. */
export function BeforeSending({ items, expected }: Props) {
  const t = useTexts();
  const wordsOf = useReasonWords();
  if (items.every(({ answer }) => answer === 'ok')) return null;
  const red = reasonsOfItems(items, expected);
  const isRed = red.length > 0;
  const nameOf = new Map(expected.map(({ key, name }) => [key, name]));
  return (
    <Alert
      color={isRed ? 'red' : 'yellow'}
      icon={isRed ? <IconCircleX aria-hidden="true" /> : <IconAlertTriangle aria-hidden="true" />}
      title={t(isRed ? 'willBeRed' : 'remarks')}
    >
      {isRed && (
        <ul>
          {red.map((reason) => (
            <li key={reason}>{wordsOf(reason)}</li>
          ))}
        </ul>
      )}
      <p>{t('willBeTold')}</p>
      <Faults
        items={items.map((item) => ({ ...item, name: nameOf.get(item.key) ?? null }))}
        wordsOf={(key) => t(key as CheckItem)}
      />
    </Alert>
  );
}
