import {
  type CheckItem,
  type ExpectedItem,
  type ItemAnswer,
  type ItemFound,
} from '@diemcau/contracts/meetings/checks-test';
import { SegmentedControl, TextInput } from '@mantine/core';
import classes from './steps.module.css';
import { useTexts } from './texts';

interface Props {
  readonly expected: readonly ExpectedItem[];
  readonly found: readonly ItemFound[];
  readonly onChange: (found: ItemFound[]) => void;
}
const answers: readonly ItemAnswer[] = ['ok', 'faulty', 'absent'];

/** Each line is answered, also with "absent". */
export function ItemsStep({ expected, found, onChange }: Props) {
  const t = useTexts();
  const put = (item: ItemFound) => onChange([...found.filter(({ key }) => key !== item.key), item]);
  return (
    <>
      <p>{t('itemsIntro')}</p>
      <div>
        {expected.map(({ key, name, needed }) => {
          const item = found.find((one) => one.key === key);
          const words = name ?? t(key as CheckItem);
          return (
            <div key={key} className={classes.item} role="group" aria-label={words}>
              <span>
                {words} {!needed && <small>({t('optional')})</small>}
              </span>
              <SegmentedControl
                size="md"
                aria-label={words}
                value={item?.answer ?? ''}
                onChange={(answer) => put({ key, answer: answer as ItemAnswer })}
                data={answers.map((value) => ({ value, label: t(value) }))}
              />
              {item && item.answer !== 'ok' && (
                <TextInput
                  aria-label={t('what')}
                  placeholder={t('what')}
                  maxLength={300}
                  value={item.note ?? ''}
                  onChange={({ currentTarget: { value } }) =>
                    put({ key, answer: item.answer, ...(value.trim() && { note: value }) })
                  }
                />
              )}
            </div>
          );
        })}
      </div>
    </>
  );
}
