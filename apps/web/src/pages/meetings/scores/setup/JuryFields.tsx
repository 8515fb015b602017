import { ActionIcon } from '@mantine/core';
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { PersonPicker } from '../../../../admin/people/PersonPicker';
import rowClasses from '../../rows/rows.module.css';
import { personQuery } from '../../series/queries';
import classes from '../scores.module.css';
import { useTexts } from '../texts';
import type { JurorRow } from './draft';

interface Props {
  readonly jury: readonly JurorRow[];
  readonly onChange: (jury: JurorRow[]) => void;
}
const most = 50;

/** Who scores: staff found by name. */
export function JuryFields({ jury, onChange }: Props) {
  const t = useTexts();
  const client = useQueryClient();
  const [picks, setPicks] = useState(0);
  const add = async (userId: string | null) => {
    if (userId === null || jury.some(({ id }) => id === userId)) return;
    const { displayName } = await client.fetchQuery(personQuery(userId));
    onChange([...jury, { id: userId, name: displayName }]);
    // A fresh field for the next one.
    setPicks((before) => before + 1);
  };
  return (
    <>
      {jury.length === 0 && <p className={classes.soft}>{t('noJury')}</p>}
      <ul className={rowClasses.list}>
        {jury.map(({ id, name }) => (
          <li key={id} className={classes.juror}>
            <span>{name ?? t('somebody')}</span>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={t('removeJuror', { name: name ?? t('somebody') })}
              onClick={() => onChange(jury.filter((one) => one.id !== id))}
            >
              <IconTrash size={20} aria-hidden="true" />
            </ActionIcon>
          </li>
        ))}
      </ul>
      {jury.length < most && (
        <PersonPicker
          key={picks}
          label={t('juror')}
          kind="staff"
          value={null}
          onChange={(userId) => void add(userId)}
        />
      )}
    </>
  );
}
