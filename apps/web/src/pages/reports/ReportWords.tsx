import type { AnnualReport } from '@diemcau/contracts/meetings/reports';
import { Button, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useFaults } from '../../admin/forms/faults';
import { NewerNotice } from '../../admin/forms/NewerNotice';
import { useAct } from '../../admin/forms/use-act';
import type { Writing } from '../../admin/forms/use-draft';
import { Section } from '../../admin/parts/Section';
import { Trouble } from '../../admin/parts/Trouble';
import { completeReport, reportQuery, reportsKey } from './queries';
import classes from './reports.module.css';
import { useTexts } from './texts';
import { completionOf, longWords, shortWords, type Words } from './words';

const lengths = { number: 20, symbol: 40, place: 60, signerTitle: 80, signerName: 120 } as const;
/** As many as the paper has room for. */
const mostRecipients = 20;

interface Props {
  readonly writing: Writing<AnnualReport, Words>;
}

/** What only people can say of the year, and what the paper needs besides. */
export function ReportWords({ writing }: Props) {
  const t = useTexts();
  const client = useQueryClient();
  const { base, draft, setDraft, newer, begin } = writing;
  const save = useAct(completeReport, {
    done: t('saved'),
    changes: [reportsKey],
    after: (saved) => {
      client.setQueryData(reportQuery(base.id).queryKey, saved);
      begin(saved);
    },
  });
  const faultOf = useFaults(save.error);
  const field = (name: keyof Words) => ({
    label: t(name),
    value: draft[name],
    error: faultOf(name),
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setDraft((before) => ({ ...before, [name]: value }));
    },
  });
  const completion = completionOf(draft);
  const tooMany = completion.recipients.length > mostRecipients;
  const submit = () => save.mutate({ reportId: base.id, version: base.version, ...completion });
  const button = (
    <Button loading={save.isPending} disabled={tooMany || newer} onClick={submit}>
      {t('save')}
    </Button>
  );
  return (
    <>
      <NewerNotice {...writing} />
      <Section title={t('words')} actions={button}>
        <div className={classes.fields}>
          {longWords.map((name) => (
            <Textarea key={name} {...field(name)} maxLength={10_000} autosize minRows={3} />
          ))}
          {!newer && <Trouble error={save.error} />}
        </div>
      </Section>
      <Section title={t('paper')}>
        <div className={classes.fields}>
          <div className={classes.pair}>
            {shortWords.map((name) => (
              <TextInput
                key={name}
                {...field(name)}
                maxLength={lengths[name]}
                {...(name === 'symbol' && { placeholder: t('symbolHint') })}
              />
            ))}
          </div>
          <Textarea
            {...field('recipients')}
            {...(tooMany && { error: t('tooManyRecipients', { n: mostRecipients }) })}
            autosize
            minRows={2}
          />
        </div>
      </Section>
    </>
  );
}
