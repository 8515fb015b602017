import type { ImportKindName } from '@diemcau/contracts/identity/imports';
import { Radio, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Section } from '../../../../admin/parts/Section';
import { Trouble } from '../../../../admin/parts/Trouble';
import { kinds } from '../kinds';
import { kindsQuery } from '../queries';
import { useTexts } from '../texts';
import { FileSender } from './FileSender';
import classes from './start.module.css';
import { TemplateHelp } from './TemplateHelp';

/** Kind, template, file: the first three steps. */
export function StartImport() {
  const t = useTexts();
  const [kind, setKind] = useState<ImportKindName>('students');
  const { data, error, refetch } = useQuery(kindsQuery());
  const chosen = data?.items.find((one) => one.kind === kind);
  return (
    <Section title={t('new')}>
      <div className={classes.steps}>
        <fieldset className={classes.kinds}>
          <legend>{t('step1')}</legend>
          {kinds.map((one) => (
            <Radio.Card key={one} value={one} checked={kind === one} onClick={() => setKind(one)}>
              <span className={classes.kind}>
                <Radio.Indicator />
                <span>
                  <b>{t(`kind_${one}`)}</b>
                  <span>{t(`about_${one}`)}</span>
                </span>
              </span>
            </Radio.Card>
          ))}
        </fieldset>
        <div>
          <h3 className={classes.step}>{t('step2')}</h3>
          <Trouble error={data ? null : error} onRetry={refetch} />
          {!data && !error && <Skeleton height={110} aria-hidden="true" />}
          {chosen && <TemplateHelp kind={chosen} />}
        </div>
        <div>
          <h3 className={classes.step}>{t('step3')}</h3>
          <FileSender kind={kind} />
        </div>
      </div>
    </Section>
  );
}
