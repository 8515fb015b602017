import '@mantine/core/styles/NumberInput.css';
import type { TypeChecklistItem, TypeOwner } from '@diemcau/contracts/meetings/meeting-types';
import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { RowButtons } from '../rows/RowButtons';
import { changed, type Keyed, moved, without, withOneMore } from '../rows/rows';
import rowClasses from '../rows/rows.module.css';
import { useTexts } from './texts';
import classes from './types.module.css';

interface Props {
  readonly rows: readonly Keyed<TypeChecklistItem>[];
  readonly onChange: (rows: Keyed<TypeChecklistItem>[]) => void;
}
const most = 30;
const typeOwners = [
  'chair',
  'director',
  'secretary',
  'ownerUnit',
  'mainSite',
  'standbySite',
  'memberSites',
] as const satisfies readonly TypeOwner[];

/** What has to be done before every meeting of the type, by whom, how many days before (HB-8.1 … HB-8.3). */
export function ChecklistFields({ rows, onChange }: Props) {
  const t = useTexts();
  return (
    <>
      {rows.length === 0 && <p className={classes.soft}>{t('noChecklist')}</p>}
      <ol className={rowClasses.list}>
        {rows.map(({ key, title, owner, daysBefore }, at) => (
          <li key={key} className={rowClasses.row}>
            <TextInput
              aria-label={t('item', { n: at + 1 })}
              placeholder={t('item', { n: at + 1 })}
              value={title}
              maxLength={300}
              onChange={(event) => onChange(changed(rows, key, { title: event.currentTarget.value }))}
            />
            <div className={rowClasses.rest}>
              <NativeSelect
                size="md"
                className={classes.owner}
                aria-label={t('owner', { n: at + 1 })}
                value={owner}
                data={typeOwners.map((value) => ({ value, label: t(`owner_${value}`) }))}
                onChange={(event) => {
                  const chosen = typeOwners.find((one) => one === event.currentTarget.value);
                  if (chosen) onChange(changed(rows, key, { owner: chosen }));
                }}
              />
              <NumberInput
                size="md"
                className={classes.days}
                aria-label={t('daysBefore', { n: at + 1 })}
                suffix={t('daysSuffix')}
                min={0}
                max={60}
                allowDecimal={false}
                value={daysBefore}
                onChange={(typed) =>
                  typeof typed === 'number' && onChange(changed(rows, key, { daysBefore: typed }))
                }
              />
            </div>
            <RowButtons
              name={title || t('item', { n: at + 1 })}
              first={at === 0}
              last={at === rows.length - 1}
              onMove={(by) => onChange(moved(rows, key, by))}
              onRemove={() => onChange(without(rows, key))}
            />
          </li>
        ))}
      </ol>
      <Button
        variant="default"
        leftSection={<IconPlus size={18} aria-hidden="true" />}
        disabled={rows.length >= most}
        onClick={() =>
          onChange(withOneMore<TypeChecklistItem>(rows, { title: '', owner: 'secretary', daysBefore: 3 }))
        }
      >
        {t('addItem')}
      </Button>
    </>
  );
}
