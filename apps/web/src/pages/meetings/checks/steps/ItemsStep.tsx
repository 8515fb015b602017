import type { CheckItem, ExpectedItem, ItemFound } from '@diemcau/contracts/meetings/checks-test';
import { ItemLines } from './ItemLines';
import { useTexts } from './texts';

interface Props {
  readonly expected: readonly ExpectedItem[];
  readonly found: readonly ItemFound[];
  readonly onChange: (found: ItemFound[]) => void;
}

/** Each line is answered, also with "absent". */
export function ItemsStep(props: Props) {
  const t = useTexts();
  return (
    <>
      <p>{t('itemsIntro')}</p>
      <ItemLines {...props} wordsOf={(key) => t(key as CheckItem)} />
    </>
  );
}
