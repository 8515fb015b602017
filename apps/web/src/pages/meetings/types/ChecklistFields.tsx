import '@mantine/core/styles/NumberInput.css';
import type { TypeChecklistItem, TypeOwner } from '@diemcau/contracts/meetings/meeting-types';
import { NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { AddRow } from '../rows/AddRow';
import { OrderedRows } from '../rows/OrderedRows';
import type { Keyed } from '../rows/rows';
import rowClasses from '../rows/rows.module.css';
import { useTexts } from './texts';
import classes from './types.module.css';

interface Props {
  readonly rows: readonly Keyed<TypeChecklistItem>[];
  readonly onChange: (rows: Keyed<TypeChecklistItem>[]) => void;
}
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
      <OrderedRows rows={rows} onChange={onChange} nameOf={({ title }, n) => title || t('item', { n })}>
        {({ title, owner, daysBefore }, n, put) => (
          <>
            <TextInput
              aria-label={t('item', { n })}
              placeholder={t('item', { n })}
              value={title}
              maxLength={300}
              onChange={(event) => put({ title: event.currentTarget.value })}
            />
            <div className={rowClasses.rest}>
              <NativeSelect
                className={classes.owner}
                aria-label={t('owner', { n })}
                value={owner}
                data={typeOwners.map((value) => ({ value, label: t(`owner_${value}`) }))}
                onChange={(event) => {
                  const chosen = typeOwners.find((one) => one === event.currentTarget.value);
                  if (chosen) put({ owner: chosen });
                }}
              />
              <NumberInput
                className={classes.days}
                aria-label={t('daysBefore', { n })}
                suffix={t('daysSuffix', { n: daysBefore })}
                min={0}
                max={60}
                allowDecimal={false}
                value={daysBefore}
                onChange={(typed) => typeof typed === 'number' && put({ daysBefore: typed })}
              />
            </div>
          </>
        )}
      </OrderedRows>
      <AddRow
        rows={rows}
        onChange={onChange}
        most={30}
        blank={{ title: '', owner: 'secretary', daysBefore: 3 }}
        label={t('addItem')}
      />
    </>
  );
}
