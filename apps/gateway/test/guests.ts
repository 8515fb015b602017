import { body, entryHeaders } from '@diemcau/client/rest';
import { Problem } from '@diemcau/client/problem';
import type { Socket } from '@diemcau/client/socket';
import type { OwnLobbyEntry, Ticket } from '@diemcau/contracts/meetings/lobby';
import { randomUUID } from 'node:crypto';
import type { EdgeBed } from './edge-bed.js';

/** The demo room that the tests meet in. */
export const slug = 'thanh-hoa';

/** What became of a call: `ok`, or the problem's code. */
export const codeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'ok',
    (error: unknown) => (error instanceof Problem ? error.code : String(error)),
  );

/** Guests of the demo room and those who let them in, as hand-made clients. */
export class Guests {
  private constructor(
    private readonly bed: EdgeBed,
    readonly roomId: string,
  ) {}

  static async of(bed: EdgeBed): Promise<Guests> {
    const room = await body(bed.rest().GET('/api/v1/rooms/{slug}', { params: { path: { slug } } }));
    return new Guests(bed, room.id);
  }

  /** With a full name as the room asks for it, like no other's unless given. */
  knock(url?: string, fullName = `Trung tâm Giáo dục thường xuyên ${randomUUID()}`): Promise<OwnLobbyEntry> {
    return body(
      this.bed
        .rest(null, url)
        .POST('/api/v1/rooms/{slug}/lobby', { params: { path: { slug } }, body: { fullName } }),
    );
  }

  async admit(entryId: string): Promise<void> {
    const admin = this.bed.rest(await this.bed.as('departmentAdmin'));
    await admin.POST('/api/v1/entries/{entryId}/admit', { params: { path: { entryId } } });
  }

  ticketOf({ id, token }: OwnLobbyEntry): Promise<Ticket> {
    return body(
      this.bed.rest().POST('/api/v1/entries/{entryId}/ticket', {
        params: { path: { entryId: id } },
        headers: entryHeaders(token),
      }),
    );
  }

  async hostTicket(): Promise<Ticket> {
    const admin = this.bed.rest(await this.bed.as('departmentAdmin'));
    const params = { path: { roomId: this.roomId } };
    return body(admin.POST('/api/v1/rooms/{roomId}/ticket', { params }));
  }

  /** Somebody who was let in and sits in the room. */
  async seated(url?: string): Promise<{ socket: Socket; entry: OwnLobbyEntry; ticket: string }> {
    const entry = await this.knock();
    await this.admit(entry.id);
    const { ticket } = await this.ticketOf(entry);
    const socket = await this.bed.socket(null, url);
    await socket.request('media.room.join', { roomId: this.roomId, ticket });
    return { socket, entry, ticket };
  }
}
