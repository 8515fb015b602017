import { Button, Group, TextInput } from '@mantine/core';
import IconClipboardText from '@tabler/icons-react/dist/esm/icons/IconClipboardText.mjs';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { useState } from 'react';
import { RowButtons } from '../../rows/RowButtons';
import { changed, type Keyed, moved, without, withOneMore } from '../../rows/rows';
import rowClasses from '../../rows/rows.module.css';
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
  const put = (key: number, changes: Partial<ContestantRow>) => onChange(changed(rows, key, changes));
  return (
    <>
      {rows.length === 0 && <p className={classes.soft}>{t('noContestants')}</p>}
      <ol className={rowClasses.list}>
        {rows.map(({ key, name, unitName }, at) => (
          <li key={key} className={classes.contestant}>
            <TextInput
              aria-label={t('name', { n: at + 1 })}
              placeholder={t('name', { n: at + 1 })}
              value={name}
              maxLength={200}
              onChange={(event) => put(key, { name: event.currentTarget.value })}
            />
            <TextInput
              aria-label={t('unit', { n: at + 1 })}
              placeholder={t('unitHint')}
              value={unitName ?? ''}
              maxLength={200}
              onChange={(event) => put(key, { unitName: event.currentTarget.value || null })}
            />
            <RowButtons
              name={name || t('name', { n: at + 1 })}
              first={at === 0}
              last={at === rows.length - 1}
              onMove={(by) => onChange(moved(rows, key, by))}
              onRemove={() => onChange(without(rows, key))}
            />
          </li>
        ))}
      </ol>
      <Group gap="xs">
        <Button
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden="true" />}
          disabled={rows.length >= most}
          onClick={() => onChange(withOneMore<ContestantRow>(rows, { name: '', unitName: null }))}
        >
          {t('addContestant')}
        </Button>
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
