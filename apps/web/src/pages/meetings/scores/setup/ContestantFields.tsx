import { Button, Group, TextInput } from '@mantine/core';
import IconClipboardText from '@tabler/icons-react/dist/esm/icons/IconClipboardText.mjs';
import { useState } from 'react';
import { AddRow } from '../../rows/AddRow';
import { OrderedRows } from '../../rows/OrderedRows';
import { type Keyed, withOneMore } from '../../rows/rows';
import classes from '../scores.module.css';
import { useTexts } from '../texts';
import type { ContestantRow } from './draft';
import { PasteDialog } from './PasteDialog';

interface Props {
  readonly rows: readonly Keyed<ContestantRow>[];
  readonly onChange: (rows: Keyed<ContestantRow>[]) => void;
}
const most = 500;

/** Who takes part, in the order in which they come on. */
export function ContestantFields({ rows, onChange }: Props) {
  const t = useTexts();
  const [pasting, setPasting] = useState(false);
  return (
    <>
      {rows.length === 0 && <p className={classes.soft}>{t('noContestants')}</p>}
      <OrderedRows
        rows={rows}
        onChange={onChange}
        nameOf={({ name }, n) => name || t('name', { n })}
        rowClass={classes.contestant}
      >
        {({ name, unitName }, n, put) => (
          <>
            <TextInput
              aria-label={t('name', { n })}
              placeholder={t('name', { n })}
              value={name}
              maxLength={200}
              onChange={(event) => put({ name: event.currentTarget.value })}
            />
            <TextInput
              aria-label={t('unit', { n })}
              placeholder={t('unitHint')}
              value={unitName ?? ''}
              maxLength={200}
              onChange={(event) => put({ unitName: event.currentTarget.value || null })}
            />
          </>
        )}
      </OrderedRows>
      <Group gap="xs">
        <AddRow
          rows={rows}
          onChange={onChange}
          most={most}
          blank={{ name: '', unitName: null }}
          label={t('addContestant')}
        />
        <Button
          variant="default"
          leftSection={<IconClipboardText size={18} aria-hidden="true" />}
          disabled={rows.length >= most}
          onClick={() => setPasting(true)}
        >
          {t('paste')}
        </Button>
      </Group>
      {pasting && (
        <PasteDialog
          there={rows}
          onAdd={(people) =>
            onChange(
              people
                .slice(0, most - rows.length)
                .reduce<Keyed<ContestantRow>[]>(
                  (all, one) => withOneMore<ContestantRow>(all, one),
                  [...rows],
                ),
            )
          }
          onClose={() => setPasting(false)}
        />
      )}
    </>
  );
}
