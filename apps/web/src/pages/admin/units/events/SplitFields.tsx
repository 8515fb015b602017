import { Button, Select, Switch } from '@mantine/core';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { useTexts } from '../texts';
import { BelowFields } from './BelowFields';
import { dropPart, emptyPart, mostParts, type PartDraft } from './draft';
import type { FieldsProps } from './EventFields';
import { PartFields } from './PartFields';

/** What comes out of a split, who of the unit goes where, and which of the units below goes with which part. */
export function SplitFields({ draft, unit, below, change, faultOf }: FieldsProps) {
  const t = useTexts();
  const { parts, goesOn, peopleToPart } = draft;
  const put = (at: number, changes: Partial<PartDraft>) =>
    change({ parts: parts.map((part, i) => (i === at ? { ...part, ...changes } : part)) });
  return (
    <>
      {parts.map((part, at) => (
        <PartFields
          // oxlint-disable-next-line react/no-array-index-key -- parts have no name of their own before they are written
          key={at}
          part={part}
          at={at}
          unit={unit}
          onChange={(changes) => put(at, changes)}
          onDrop={parts.length > 1 ? () => change(dropPart(draft, at)) : undefined}
          faultOf={faultOf}
        />
      ))}
      {parts.length < mostParts && (
        <Button
          variant="default"
          size="sm"
          leftSection={<IconPlus size={18} aria-hidden="true" />}
          onClick={() => change({ parts: [...parts, emptyPart] })}
        >
          {t('addPart')}
        </Button>
      )}
      <Switch
        label={t('goesOn')}
        description={t('goesOnHint')}
        checked={goesOn}
        onChange={(input) => change({ goesOn: input.currentTarget.checked })}
      />
      {!goesOn && (
        <Select
          label={t('peopleToPart')}
          description={t('peopleToPartHint')}
          data={parts.map(({ name }, at) => ({
            value: String(at),
            label: t('partNamed', { n: at + 1, name: name.trim() }),
          }))}
          value={String(peopleToPart)}
          onChange={(at) => at !== null && change({ peopleToPart: Number(at) })}
          allowDeselect={false}
        />
      )}
      <BelowFields draft={draft} below={below} change={change} faultOf={faultOf} />
    </>
  );
}
