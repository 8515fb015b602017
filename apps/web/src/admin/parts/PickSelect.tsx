import { Select, type SelectProps } from '@mantine/core';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import type { ReactNode } from 'react';
import classes from './pick.module.css';

export interface PickOption {
  readonly value: string;
  readonly label: string;
  /** What tells namesakes apart: code and unit above, user name and unit. */
  readonly detail: string;
  readonly disabled: boolean;
}

interface Props extends Omit<
  SelectProps,
  'data' | 'renderOption' | 'inputContainer' | 'filter' | 'searchable'
> {
  readonly options: readonly PickOption[];
  /** Leaves no room below the field, as in a row of filters: the detail of the chosen one is a tip. */
  readonly compact?: boolean | undefined;
}

/** Below the field, for the eye: for the ear it is the field's description. */
const withDetail = (input: ReactNode, detail: string): ReactNode => (
  <>
    {input}
    {detail !== '' && (
      <div className={classes.chosen} aria-hidden="true">
        {detail}
      </div>
    )}
  </>
);

/** One of what the server found, by typing; each with what tells it from its namesakes, read out too. */
export function PickSelect({ options, compact = false, value, ...field }: Props) {
  const detailOf = new Map(options.map((option) => [option.value, option.detail]));
  const chosen = typeof value === 'string' ? (detailOf.get(value) ?? '') : '';
  return (
    <Select
      {...field}
      {...(value !== undefined && { value })}
      data={options.map(({ value: id, label, disabled }) => ({ value: id, label, disabled }))}
      searchable
      filter={({ options: found }) => found}
      {...(chosen !== '' && { 'aria-description': chosen, ...(compact && { title: chosen }) })}
      inputContainer={(input) => withDetail(input, compact ? '' : chosen)}
      renderOption={({ option, checked }) => (
        <>
          <span className={classes.option}>
            {option.label}
            {/* Spoken as one name: without the blank the two would run into each other. */}{' '}
            <span className={classes.detail}>{detailOf.get(option.value)}</span>
          </span>
          {checked && <IconCheck size={18} aria-hidden="true" className={classes.check} />}
        </>
      )}
    />
  );
}
