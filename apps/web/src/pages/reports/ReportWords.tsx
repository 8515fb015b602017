import type { AnnualReport } from '@diemcau/contracts/meetings/reports';
import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useFaults } from '../../admin/forms/faults';
import { useAct } from '../../admin/forms/use-act';
import { Facts } from '../../admin/parts/Facts';
import { Section } from '../../admin/parts/Section';
import { Trouble } from '../../admin/parts/Trouble';
import { completeReport, reportsKey } from './queries';
import classes from './reports.module.css';
import { useTexts } from './texts';

const long = ['assessment', 'opinions', 'proposals'] as const;
const short = ['number', 'symbol', 'place', 'signerTitle', 'signerName'] as const;
const lengths = { number: 20, symbol: 40, place: 60, signerTitle: 80, signerName: 120 } as const;
/** As many as the paper has room for. */
const mostRecipients = 20;

interface Props {
  readonly report: AnnualReport;
  readonly writes: boolean;
  /** Something differs from what is saved. */
  readonly onWriting: () => void;
}

/** What only people can say of the year, and what the paper needs besides. */
export function ReportWords({ report, writes, onWriting }: Props) {
  return writes ? <Form report={report} onWriting={onWriting} /> : <Written report={report} />;
}

function Written({ report }: { report: AnnualReport }) {
  const t = useTexts();
  return (
    <>
      <Section title={t('words')}>
        <Facts
          of={long.map((name) => [
            t(name),
            <p key={name} className={classes.text}>
              {report[name] || '–'}
            </p>,
          ])}
        />
      </Section>
      <Section title={t('paper')}>
        <Facts
          of={[
            ...short.map((name) => [t(name), report[name] ?? '–'] as const),
            [t('recipientsRead'), report.recipients.join('; ') || '–'],
          ]}
        />
      </Section>
    </>
  );
}

function Form({ report, onWriting }: Omit<Props, 'writes'>) {
  const t = useTexts();
  const [texts, setTexts] = useState(() => ({
    assessment: report.assessment,
    opinions: report.opinions,
    proposals: report.proposals,
    number: report.number ?? '',
    symbol: report.symbol ?? '',
    place: report.place ?? '',
    signerTitle: report.signerTitle ?? '',
    signerName: report.signerName ?? '',
    recipients: report.recipients.join('\n'),
  }));
  const save = useAct(completeReport, { done: t('saved'), changes: [reportsKey] });
  const faultOf = useFaults(save.error);
  const field = (name: keyof typeof texts) => ({
    label: t(name),
    value: texts[name],
    error: faultOf(name),
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      onWriting();
      setTexts((before) => ({ ...before, [name]: value }));
    },
  });
  const recipients = texts.recipients
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const tooMany = recipients.length > mostRecipients;
  const orNull = (text: string) => text.trim() || null;
  const submit = () => {
    const { assessment, opinions, proposals } = texts;
    save.mutate({
      reportId: report.id,
      version: report.version,
      assessment: assessment.trim(),
      opinions: opinions.trim(),
      proposals: proposals.trim(),
      number: orNull(texts.number),
      symbol: orNull(texts.symbol),
      place: orNull(texts.place),
      signerTitle: orNull(texts.signerTitle),
      signerName: orNull(texts.signerName),
      recipients,
    });
  };
  const button = (
    <Button loading={save.isPending} disabled={tooMany} onClick={submit}>
      {t('save')}
    </Button>
  );
  return (
    <>
      <Section title={t('words')} actions={button}>
        <div className={classes.fields}>
          {long.map((name) => (
            <Textarea key={name} {...field(name)} size="md" maxLength={10_000} autosize minRows={3} />
          ))}
          <Trouble error={save.error} />
        </div>
      </Section>
      <Section title={t('paper')}>
        <div className={classes.fields}>
          <div className={classes.pair}>
            {short.map((name) => (
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
            size="md"
            autosize
            minRows={2}
          />
        </div>
      </Section>
    </>
  );
}
