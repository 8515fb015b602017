import { ActionIcon, Button, MultiSelect, Switch, TextInput } from '@mantine/core';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs';
import { useQuery } from '@tanstack/react-query';
import { UnitPicker } from '../../../../admin/units/UnitPicker';
import { childrenQuery } from '../queries';
import { useTexts } from '../texts';
import { codeFrom } from './code-from';
import { emptyPart, type PartDraft } from './draft';
import type { FieldsProps } from './EventFields';
import classes from './events.module.css';

/** What comes out of a split, and which of the units below goes with which part. */
export function SplitFields({ draft, unit, change, faultOf }: FieldsProps) {
  const t = useTexts();
  const below = useQuery(childrenQuery(unit.id, { on: null, closed: false })).data ?? [];
  const put = (at: number, changes: Partial<PartDraft>) =>
    change({ parts: draft.parts.map((part, i) => (i === at ? { ...part, ...changes } : part)) });
  return (
    <>
      {draft.parts.map((part, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- parts have no name of their own before they are written
        <fieldset key={at} className={classes.part}>
          <legend>{t('part', { n: at + 1 })}</legend>
          <TextInput
            label={t('name')}
            required
            maxLength={200}
            value={part.name}
            error={faultOf(`parts.${at}.name`)}
            onChange={(input) => {
              const name = input.currentTarget.value;
              const follows = part.code === '' || part.code === codeFrom(part.name);
              put(at, { name, ...(follows && { code: codeFrom(name) }) });
            }}
          />
          <TextInput
            label={t('code')}
            required
            maxLength={60}
            value={part.code}
            error={faultOf(`parts.${at}.code`)}
            onChange={(input) => put(at, { code: input.currentTarget.value })}
          />
          {below.length > 0 && (
            <MultiSelect
              label={t('partTakes')}
              searchable
              data={below
                .filter(({ id }) => draft.parts.every((one, i) => i === at || !one.childIds.includes(id)))
                .map(({ id, name }) => ({ value: id, label: name }))}
              value={[...part.childIds]}
              onChange={(childIds) => put(at, { childIds })}
            />
          )}
          {draft.parts.length > 1 && (
            <ActionIcon
              variant="subtle"
              color="gray"
              className={classes.dropPart}
              aria-label={t('dropPart', { n: at + 1 })}
              onClick={() => change({ parts: draft.parts.filter((_, i) => i !== at) })}
            >
              <IconTrash size={18} aria-hidden="true" />
            </ActionIcon>
          )}
        </fieldset>
      ))}
      <Button
        variant="default"
        size="sm"
        leftSection={<IconPlus size={18} aria-hidden="true" />}
        onClick={() => change({ parts: [...draft.parts, emptyPart] })}
      >
        {t('addPart')}
      </Button>
      <Switch
        label={t('goesOn')}
        description={t('goesOnHint')}
        checked={draft.goesOn}
        onChange={(input) => change({ goesOn: input.currentTarget.checked })}
      />
      {!draft.goesOn && below.length > 0 && (
        <UnitPicker
          label={t('childrenTo')}
          description={t('childrenToHint')}
          value={draft.childrenTo}
          onChange={(childrenTo) => change({ childrenTo })}
          error={faultOf('childrenTo')}
        />
      )}
    </>
  );
}
