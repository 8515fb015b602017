import type { JoinedRoom } from '@diemcau/contracts/media/room';
import type { PeerRole } from '@diemcau/contracts/media/room-state';
import type { Levels, LineQuality, StreamView } from '@diemcau/contracts/media/streams';
import type { Ticket } from '@diemcau/contracts/meetings/lobby';
import type { RoomSocket } from './calls.js';
import { RoomCommands } from './commands.js';
import type { Connection, Ending } from './connection.js';
import { Heartbeat } from './heartbeat.js';
import { Joiner } from './joiner.js';
import { RoomMedia } from './media.js';
import type { MakeDevice } from './media-seat.js';
import { type Notice, noticeOf, roleNotice } from './notices.js';
import { Observable } from './observable.js';
import { RoomLog } from './room-log.js';

export interface RoomSessionOptions {
  readonly socket: RoomSocket;
  readonly roomId: string;
  /** A fresh ticket; asked for at every join, since each can be used once. */
  readonly ticket: () => Promise<Pick<Ticket, 'ticket'>>;
  /** The device of this platform; load generators bring their own. */
  readonly makeDevice: MakeDevice;
}

/**
 * One person's place in a live room, without any user interface. It joins, folds the room's log, receives what is shown,
 * sends what is allowed, and after any loss (socket, network, media worker, media node, gateway) is back by itself.
 */
export class RoomSession {
  readonly connection = new Observable<Connection>({ state: 'connecting' });
  /** Null until the first join. */
  readonly peerId = new Observable<string | null>(null);
  readonly speaking = new Observable<Pick<Levels, 'speaker' | 'levels'>>({ speaker: null, levels: [] });
  readonly quality = new Observable<LineQuality>({ up: null, down: null });
  /** The newest thing to tell the person; a new object each time. */
  readonly notice = new Observable<{ readonly notice: Notice } | null>(null);
  readonly commands: RoomCommands;
  readonly media: RoomMedia;
  readonly log: RoomLog;

  private readonly joiner: Joiner;
  private readonly heartbeat: Heartbeat;
  private readonly endings: (() => void)[] = [];
  private last: JoinedRoom | undefined;
  private rebuiltAt: string | undefined;

  constructor(private readonly options: RoomSessionOptions) {
    const { socket, makeDevice } = options;
    const comeBack = () => this.comeBack();
    this.media = new RoomMedia(socket, makeDevice, comeBack);
    this.commands = new RoomCommands(socket, comeBack);
    this.log = new RoomLog(
      (since) => socket.request('media.room.events', { since }),
      (change, before, after) => this.tell(noticeOf(change, before, after, this.peerId.get() ?? '')),
    );
    this.heartbeat = new Heartbeat(socket, this.log, comeBack);
    this.joiner = new Joiner(
      socket,
      () => this.attempt(),
      (problem) => this.finish({ state: 'closed', reason: 'refused', problem }),
    );
    this.listen();
  }

  /** Begins; {@link connection} tells how it goes. */
  start(): void {
    this.joiner.want();
  }

  /** Gives the seat up. */
  async leave(): Promise<void> {
    if (this.connection.get().state === 'closed') return;
    this.finish({ state: 'closed', reason: 'left' });
    await this.options.socket.request('media.room.leave', {}, { timeoutMs: 2000 }).catch(() => undefined);
  }

  /** The device is on another network now: find new paths at once instead of waiting for the old one to fail. */
  networkChanged(): void {
    this.media.networkChanged(this.connection.get().state === 'connected');
  }

  private listen(): void {
    const { socket } = this.options;
    const { receiving, sending } = this.media;
    const { streams } = this.log;
    this.endings.push(
      socket.onState((state) => {
        if (state !== 'connected') this.interrupted();
      }),
      socket.on('media.room.event', (event) => this.log.event(event)),
      socket.on('media.room.closed', ({ reason }) => {
        if (reason === 'moved') this.comeBack();
        else this.finish({ state: 'closed', reason });
      }),
      socket.on('media.streams.changed', (view) => this.log.streamsChanged(view)),
      streams.subscribe(() => receiving.streamsAreAt(streams.get().version)),
      socket.on('media.streams.levels', ({ speaker, levels, version, streamsVersion }) => {
        this.speaking.set({ speaker, levels });
        this.log.serverIsAt(version, streamsVersion);
      }),
      socket.on('media.streams.wishes', (wishes) => sending.limit(wishes)),
      socket.on('media.streams.quality', (quality) => this.quality.set(quality)),
      socket.on('media.streams.rebuilt', ({ mediaId }) => {
        this.rebuiltAt = mediaId;
        this.comeBack();
      }),
    );
  }

  private interrupted(): void {
    this.heartbeat.stop();
    this.rebuiltAt = undefined;
    if (this.connection.get().state === 'connected') this.connection.set({ state: 'reconnecting' });
  }

  private comeBack(): void {
    if (this.connection.get().state === 'connected') this.connection.set({ state: 'reconnecting' });
    this.joiner.want();
  }

  /** One attempt to be in the room with picture and sound; runs one at a time. */
  private async attempt(): Promise<void> {
    const { rebuiltAt, last } = this;
    this.rebuiltAt = undefined;
    // The seat is still ours when only its media has a new home.
    const joined = rebuiltAt && last ? { ...last, mediaId: rebuiltAt } : await this.join();
    this.last = joined;
    await this.media.settle(joined, this.roleNow(joined), this.ownAtServer(joined));
    this.connection.set({ state: 'connected' });
    this.heartbeat.start();
  }

  private async join(): Promise<JoinedRoom> {
    const { socket, roomId } = this.options;
    const { ticket } = await this.options.ticket();
    const { mediaId } = this.media;
    const joined = await socket.request('media.room.join', {
      roomId,
      ticket,
      ...(mediaId && { mediaId }),
      ...this.log.progress,
    });
    const before = this.log.room.get();
    this.peerId.set(joined.peerId);
    this.log.joined(joined);
    if (joined.snapshot) this.tell(roleNotice(before, joined.snapshot, joined.peerId));
    return joined;
  }

  private ownAtServer({ peerId }: JoinedRoom): StreamView[] {
    return this.log.streams.get().streams.filter((stream) => stream.peerId === peerId);
  }

  private roleNow({ peerId, role }: JoinedRoom): PeerRole {
    return this.log.room.get().peers[peerId]?.role ?? role;
  }

  private tell(notice: Notice | null): void {
    if (!notice) return;
    if (notice === 'takenBack') this.media.sending.stopAll();
    if (notice === 'mutedByHost') this.media.sending.pausedByHost('microphone');
    this.notice.set({ notice });
  }

  private finish(ending: Ending): void {
    this.joiner.stop();
    this.heartbeat.stop();
    for (const end of this.endings.splice(0)) end();
    this.media.sending.stopAll();
    this.media.drop();
    this.connection.set(ending);
  }
}
