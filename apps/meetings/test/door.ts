import { anonymous, type Caller } from '@diemcau/contracts/core/caller';
import type { Failure } from '@diemcau/contracts/core/failure';
import { type LobbyClient, type LobbyEntry, type OwnLobbyEntry } from '@diemcau/contracts/meetings/lobby';
import type { MadeRoom } from './meetings.js';

export const guestName = 'Trường THPT Như Xuân';

export const own = ({ id, token }: OwnLobbyEntry) => ({ entryId: id, token });

/** Short ways to say what guests and one host do. */
export class Door {
  constructor(
    private readonly lobby: LobbyClient,
    private readonly host: Caller,
  ) {}

  ask(
    { slug }: MadeRoom,
    fullName = guestName,
    more: { unitId?: string; lineTestId?: string } = {},
  ): Promise<OwnLobbyEntry> {
    return this.lobby.ask({ slug, fullName, ...more }, anonymous);
  }

  look(entry: OwnLobbyEntry): Promise<LobbyEntry> {
    return this.lobby.look(own(entry), anonymous);
  }

  withdraw(entry: OwnLobbyEntry): Promise<LobbyEntry> {
    return this.lobby.withdraw(own(entry), anonymous);
  }

  admit({ id }: { id: string }, caller = this.host): Promise<LobbyEntry> {
    return this.lobby.admit({ entryId: id }, caller);
  }

  refuse({ id }: { id: string }, caller = this.host): Promise<LobbyEntry> {
    return this.lobby.refuse({ entryId: id, reason: 'Không có trong danh sách' }, caller);
  }
}

/** `fine` or the failure's code, sorted. */
export const codesOf = (results: PromiseSettledResult<unknown>[]): string[] =>
  results
    .map((result) => (result.status === 'fulfilled' ? 'fine' : (result.reason as Failure).kind.code))
    .sort();
