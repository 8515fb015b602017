import type { CheckItem, DeviceTest } from '@diemcau/contracts/meetings/checks-test';
import { Alert, Button } from '@mantine/core';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconCircleX from '@tabler/icons-react/dist/esm/icons/IconCircleX.mjs';
import { formatInstant } from '../../../../admin/dates/format';
import { Faults } from './Faults';
import { Figures } from './Figures';
import { ReceivedVerdicts } from './ReceivedVerdicts';
import { useAdvice, useReasonWords } from './reasons';
import classes from './steps.module.css';
import { useTexts } from './texts';

/** What was sent last, and another try. */
export function Outcome({ test, onAgain, busy }: { test: DeviceTest; onAgain?: () => void; busy?: boolean }) {
  const t = useTexts();
  const wordsOf = useReasonWords();
  const adviceOn = useAdvice();
  const at = formatInstant(test.at);
  const hasFaults = test.items.some(({ answer }) => answer !== 'ok');
  return (
    <div className={classes.steps}>
      <Alert
        role="status"
        color={test.passed ? 'teal' : 'red'}
        icon={test.passed ? <IconCircleCheck aria-hidden="true" /> : <IconCircleX aria-hidden="true" />}
        title={t(test.passed ? (hasFaults ? 'remarks' : 'passedTitle') : 'failedTitle')}
      >
        {t(test.passed ? 'passedText' : 'failedText', { at })}
        {!test.passed && (
          <ul>
            {test.reasons.map((reason) => (
              <li key={reason}>
                {wordsOf(reason)}. {adviceOn(reason)}
              </li>
            ))}
          </ul>
        )}
        {hasFaults && (
          <>
            <p>{t('faultsText')}</p>
            <Faults items={test.items} wordsOf={(key) => t(key as CheckItem)} />
          </>
        )}
      </Alert>
      <Figures test={test} />
      {test.mediaTestId !== null && (
        <ReceivedVerdicts received={{ sound: test.receivedSound, picture: test.receivedPicture }} />
      )}
      {onAgain && (
        <Button
          variant={test.passed ? 'default' : 'filled'}
          loading={busy ?? false}
          onClick={onAgain}
          style={{ alignSelf: 'flex-start' }}
        >
          {t('tryAgain')}
        </Button>
      )}
    </div>
  );
}
