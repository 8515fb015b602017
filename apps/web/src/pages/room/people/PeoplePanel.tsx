import { TextInput } from '@mantine/core';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import { useState } from 'react';
import { SupportContacts } from '../../../support/SupportContacts';
import { Knocks } from '../lobby/Knocks';
import { useIsHost, useRoom, useRoomState } from '../room-context';
import { HostTools } from './HostTools';
import classes from './people.module.css';
import { PersonRow } from './PersonRow';
import { roster } from './roster';
import { useTexts } from './texts';

/** Who is here, with which right; for hosts also who knocks and what can be done. */
export function PeoplePanel() {
  const t = useTexts();
  const { room } = useRoom();
  const { peers, hands } = useRoomState();
  const isHost = useIsHost();
  const [words, setWords] = useState('');
  const everybody = Object.values(peers);
  const shown = roster(everybody, hands, words);
  return (
    <div className={classes.scroll}>
      {isHost && <Knocks />}
      <section className={classes.people} aria-label={t('inRoom', { n: everybody.length })}>
        <h3 className={classes.heading}>{t('inRoom', { n: everybody.length })}</h3>
        {isHost && <HostTools />}
        <TextInput
          aria-label={t('search')}
          placeholder={t('search')}
          leftSection={<IconSearch size="1.1em" aria-hidden="true" />}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        {shown.length === 0 && <p className={classes.none}>{t('noMatch')}</p>}
        <ul className={classes.list}>
          {shown.map((peer) => (
            <PersonRow key={peer.id} peer={peer} hand={hands.indexOf(peer.id) + 1} />
          ))}
        </ul>
      </section>
      <div className={classes.support}>
        <SupportContacts contacts={room.support} folded />
      </div>
    </div>
  );
}
