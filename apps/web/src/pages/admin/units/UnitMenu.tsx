import type { UnitEventKind } from '@diemcau/contracts/identity/unit-events';
import type { Unit } from '@diemcau/contracts/identity/units';
import { ActionIcon, Menu } from '@mantine/core';
import IconArchive from '@tabler/icons-react/dist/esm/icons/IconArchive.mjs';
import IconArrowsMove from '@tabler/icons-react/dist/esm/icons/IconArrowsMove.mjs';
import IconArrowsSplit from '@tabler/icons-react/dist/esm/icons/IconArrowsSplit.mjs';
import IconDotsVertical from '@tabler/icons-react/dist/esm/icons/IconDotsVertical.mjs';
import IconEraser from '@tabler/icons-react/dist/esm/icons/IconEraser.mjs';
import IconGitMerge from '@tabler/icons-react/dist/esm/icons/IconGitMerge.mjs';
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { type ComponentProps, type ReactElement, useState } from 'react';
import { useMayOn } from '../../../admin/permissions';
import { useTexts } from './texts';

interface Props {
  readonly unit: Unit;
  readonly onChoose: (kind: UnitEventKind) => void;
  /** Opens the menu; three dots unless given. */
  readonly target?: ReactElement;
}

/** What can happen to a unit; everything that dragging does is here too, for keyboards and phones. */
export function UnitMenu(props: Props) {
  const t = useTexts();
  // A level of the tree may have hundreds of rows: the menu of a row is made when it is first asked for.
  const [asked, setAsked] = useState(false);
  if (props.target || asked) return <OpenableMenu {...props} opened={asked} />;
  return <Dots label={t('menuOf', { unit: props.unit.name })} onClick={() => setAsked(true)} />;
}

function Dots({ label, ...rest }: { label: string } & ComponentProps<'button'>) {
  return (
    <ActionIcon variant="subtle" color="gray" size="lg" aria-label={label} aria-haspopup="menu" {...rest}>
      <IconDotsVertical size={20} aria-hidden="true" />
    </ActionIcon>
  );
}

function OpenableMenu({ unit, onChoose, target, opened }: Props & { opened: boolean }) {
  const t = useTexts();
  const mayOn = useMayOn();
  const top = unit.parentId === null;
  // Whoever looks after a unit founds below it; the unit itself is changed from above.
  const changes = top || mayOn('units.change', unit.path.slice(0, -1));
  const item = (kind: UnitEventKind, Icon: typeof IconPlus) => (
    <Menu.Item leftSection={<Icon size={18} aria-hidden="true" />} onClick={() => onChoose(kind)}>
      {t(`${kind}Act`)}
    </Menu.Item>
  );
  return (
    <Menu position="bottom-end" width={260} defaultOpened={opened}>
      <Menu.Target>{target ?? <Dots label={t('menuOf', { unit: unit.name })} />}</Menu.Target>
      <Menu.Dropdown>
        {item('found', IconPlus)}
        {changes && (
          <>
            <Menu.Divider />
            {item('rename', IconPencil)}
            {!top && item('move', IconArrowsMove)}
            {item('merge', IconGitMerge)}
            {!top && item('split', IconArrowsSplit)}
            {!top && item('close', IconArchive)}
            <Menu.Divider />
            {item('correct', IconEraser)}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
