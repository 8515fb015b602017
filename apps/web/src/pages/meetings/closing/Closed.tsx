import type { ClosingResult } from '@diemcau/contracts/meetings/closing';
import { Alert, Anchor } from '@mantine/core';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconTool from '@tabler/icons-react/dist/esm/icons/IconTool.mjs';
import { Link } from '@tanstack/react-router';
import { formatInstant } from '../../../admin/dates/format';
import { Faults } from '../checks/steps/Faults';
import { useTexts } from './texts';

interface Props {
  readonly siteId: string;
  readonly result: ClosingResult;
  readonly wordsOf: (key: string) => string;
}

/** What was said, and where it goes on. */
export function Closed({ siteId, result, wordsOf }: Props) {
  const t = useTexts();
  const fine = result.items.every(({ answer }) => answer === 'ok');
  const said = fine ? 'doneFine' : result.tasks > 0 ? 'doneFaults' : 'doneKnown';
  return (
    <Alert
      color={fine ? 'teal' : 'yellow'}
      icon={fine ? <IconCircleCheck aria-hidden="true" /> : <IconTool aria-hidden="true" />}
      title={t('doneTitle')}
    >
      {t(said, { at: formatInstant(result.at), n: result.tasks })}
      <Faults items={result.items} wordsOf={wordsOf} yesNo />
      {result.note && <p>{result.note}</p>}
      {!fine && (
        <Anchor
          renderRoot={(props) => (
            <Link {...props} to="/work/sites/$siteId" params={{ siteId }} search={{ tab: 'equipment' }} />
          )}
        >
          {t('toTasks')}
        </Anchor>
      )}
    </Alert>
  );
}
