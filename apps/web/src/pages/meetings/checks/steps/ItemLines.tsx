import type { ExpectedItem, ItemAnswer, ItemFound } from '@diemcau/contracts/meetings/checks-test';
import { Button, SegmentedControl, TextInput } from '@mantine/core';
import IconChecks from '@tabler/icons-react/dist/esm/icons/IconChecks.mjs';
import classes from './steps.module.css';
import { useTexts } from './texts';

interface Props {
  readonly expected: readonly ExpectedItem[];
  readonly found: readonly ItemFound[];
  readonly onChange: (found: ItemFound[]) => void;
  /** What may be said of a line that is not a device; anything of a device. */
  readonly roomAnswers?: readonly ItemAnswer[];
  /** Of what is not a device. */
  readonly wordsOf: (key: string) => string;
}
const answers: readonly ItemAnswer[] = ['ok', 'faulty', 'absent'];

/** The room's lines, then the devices of the site. Each is answered; devices that are all fine by one press. */
export function ItemLines({ expected, found, onChange, roomAnswers = answers, wordsOf }: Props) {
  const t = useTexts();
  const put = (item: ItemFound) => onChange([...found.filter(({ key }) => key !== item.key), item]);
  const line = ({ key, name, needed }: ExpectedItem) => (
    <ItemLine
      key={key}
      words={name ?? wordsOf(key)}
      optional={name === null && !needed}
      answers={name === null ? roomAnswers : answers}
      item={found.find((one) => one.key === key)}
      onChange={(answer, note) => put({ key, answer, ...(note && { note }) })}
    />
  );
  const devices = expected.filter(({ name }) => name !== null);
  const open = devices.filter(({ key }) => !found.some((one) => one.key === key));
  return (
    <>
      <div>{expected.filter(({ name }) => name === null).map(line)}</div>
      {devices.length > 0 && (
        <section aria-label={t('devices')}>
          <div className={classes.devicesHead}>
            <h3>{t('devices')}</h3>
            {open.length > 1 && (
              <Button
                variant="default"
                leftSection={<IconChecks size={18} aria-hidden="true" />}
                onClick={() =>
                  onChange([...found, ...open.map(({ key }) => ({ key, answer: 'ok' as const }))])
                }
              >
                {t('restFine', { n: open.length })}
              </Button>
            )}
          </div>
          {devices.map(line)}
        </section>
      )}
    </>
  );
}

function ItemLine({
  words,
  optional,
  answers: possible,
  item,
  onChange,
}: {
  words: string;
  optional: boolean;
  answers: readonly ItemAnswer[];
  item: ItemFound | undefined;
  onChange: (answer: ItemAnswer, note?: string) => void;
}) {
  const t = useTexts();
  const yesNo = !possible.includes('absent');
  return (
    <div className={classes.item} role="group" aria-label={words}>
      <span>
        {words} {optional && <small>({t('optional')})</small>}
      </span>
      <SegmentedControl
        size="md"
        aria-label={words}
        value={item?.answer ?? ''}
        onChange={(answer) => onChange(answer as ItemAnswer)}
        color={item?.answer === 'ok' ? 'teal.8' : 'red.9'}
        className={classes.answers ?? ''}
        data={possible.map((value) => ({ value, label: t(value === 'faulty' && yesNo ? 'no' : value) }))}
      />
      {item && item.answer !== 'ok' && (
        <TextInput
          aria-label={t('what')}
          placeholder={t('what')}
          maxLength={300}
          value={item.note ?? ''}
          onChange={({ currentTarget: { value } }) =>
            onChange(item.answer, value.trim() === '' ? undefined : value)
          }
        />
      )}
    </div>
  );
}
