import type { JoinedRoom, RoomEvent, RoomEvents } from '@diemcau/contracts/media/room';
import type { StreamsView } from '@diemcau/contracts/media/streams';
import { applyChange, emptyRoom, type RoomChange, type RoomState } from '@diemcau/contracts/media/room-state';
import { Observable } from './observable.js';

const noStreams: StreamsView = { version: 0, streams: [], away: [] };

/** Called for each change in order, live or caught up, with the state around it. */
export type OnChange = (change: RoomChange, before: RoomState, after: RoomState) => void;

/**
 * What the client knows of the room: the state folded from the versioned log, and who sends what. Pushes may be lost,
 * so each carries a version; a gap is filled by asking for what follows the version at hand.
 */
export class RoomLog {
  readonly room = new Observable<RoomState>(emptyRoom);
  readonly streams = new Observable<StreamsView>(noStreams);
  private readonly early = new Map<number, RoomEvent>();
  private healing = false;
  private session: string | undefined;

  /** @param fetchSince asks for everything after a version */
  constructor(
    private readonly fetchSince: (since: number) => Promise<RoomEvents>,
    private readonly onChange: OnChange,
  ) {}

  get version(): number {
    return this.room.get().version;
  }

  /** What to tell the server at a join, so that it sends only the rest. */
  get progress(): { since: number; sessionId: string } | undefined {
    return this.session === undefined ? undefined : { since: this.version, sessionId: this.session };
  }

  joined(joined: JoinedRoom): void {
    this.session = joined.sessionId;
    this.early.clear();
    this.catchUp(joined);
    this.streams.set(joined.streams);
  }

  event(event: RoomEvent): void {
    if (event.version <= this.version) return;
    this.early.set(event.version, event);
    this.foldEarly();
    if (this.early.size > 0) this.heal();
  }

  streamsChanged(streams: StreamsView): void {
    if (streams.version > this.streams.get().version) this.streams.set(streams);
  }

  /** The server says how far it is; ask for what was missed. */
  serverIsAt(version: number, streamsVersion: number): void {
    if (version > this.version || streamsVersion > this.streams.get().version) this.heal();
  }

  private heal(): void {
    if (this.healing) return;
    this.healing = true;
    void this.fetchSince(this.version)
      .then((missed) => {
        this.catchUp(missed);
        this.streamsChanged(missed.streams);
      })
      .catch(() => undefined) // the next level push, heartbeat or join tries again
      .finally(() => {
        this.healing = false;
      });
  }

  private catchUp({ snapshot, events }: Pick<RoomEvents, 'snapshot' | 'events'>): void {
    if (snapshot) this.room.set(snapshot);
    for (const event of events) if (event.version > this.version) this.early.set(event.version, event);
    this.foldEarly();
  }

  private foldEarly(): void {
    for (;;) {
      const before = this.room.get();
      const next = this.early.get(before.version + 1);
      if (!next) break;
      this.early.delete(next.version);
      this.room.set(applyChange(before, next.change));
      this.onChange(next.change, before, this.room.get());
    }
    for (const version of this.early.keys()) if (version <= this.version) this.early.delete(version);
  }
}
