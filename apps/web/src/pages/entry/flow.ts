import type { EntryName } from './name-policy';
import type { SavedEntry } from './saved-entry';

/** Why one is no longer in the room. */
export type RoomEnding = 'left' | 'removed' | 'replaced' | 'ended' | 'revoked' | { readonly refusal: string };

/** Where somebody is on the way into a room. */
export type Stage =
  | { readonly at: 'name'; readonly refusal: string | null }
  | { readonly at: 'devices' }
  | { readonly at: 'line'; readonly problem: string | null }
  | { readonly at: 'lobby'; readonly entry: SavedEntry }
  | { readonly at: 'room' }
  | { readonly at: 'over'; readonly ending: RoomEnding };

export interface Flow {
  readonly stage: Stage;
  readonly name: EntryName;
  /** With the account, past the lobby; as a guest; or not said yet. */
  readonly as: 'member' | 'guest' | null;
  /** Was asked for and, as far as known, stands. */
  readonly entry: SavedEntry | null;
}

export type Step =
  | { readonly type: 'named'; readonly name: EntryName }
  | { readonly type: 'asMember' | 'asGuest' | 'toName' | 'back' | 'toDevices' | 'toLine' | 'toRoom' }
  | { readonly type: 'asked'; readonly entry: SavedEntry }
  | { readonly type: 'nameRefused'; readonly refusal: string }
  | { readonly type: 'askFailed'; readonly problem: string }
  | { readonly type: 'goneOn'; readonly entry: SavedEntry }
  | { readonly type: 'ended'; readonly ending: RoomEnding };

export function flowAfter(flow: Flow, step: Step): Flow {
  switch (step.type) {
    case 'named':
      return { ...flow, name: step.name, stage: { at: 'name', refusal: null } };
    case 'asMember':
      return { ...flow, as: 'member' };
    case 'asGuest':
      return { ...flow, as: 'guest' };
    case 'toName':
      return { ...flow, entry: null, stage: { at: 'name', refusal: null } };
    case 'back':
      return { ...flow, as: flow.as === 'guest' ? 'guest' : null, stage: { at: 'name', refusal: null } };
    case 'toDevices':
      return { ...flow, stage: { at: 'devices' } };
    case 'toLine':
      return { ...flow, stage: { at: 'line', problem: null } };
    case 'toRoom':
      return { ...flow, stage: { at: 'room' } };
    case 'asked':
      return { ...flow, entry: step.entry, stage: { at: 'lobby', entry: step.entry } };
    case 'nameRefused':
      return { ...flow, stage: { at: 'name', refusal: step.refusal } };
    case 'askFailed':
      return { ...flow, stage: { at: 'line', problem: step.problem } };
    case 'goneOn':
      return {
        ...flow,
        entry: step.entry,
        name: { fullName: step.entry.fullName },
        stage: { at: 'devices' },
      };
    case 'ended':
      return { ...flow, stage: { at: 'over', ending: step.ending } };
  }
}
