import { Failure } from '@diemcau/contracts/core/failure';
import { liveErrors, type RoomEvent } from '@diemcau/contracts/media/room';
import { applyChange, emptyRoom, type RoomChange, type RoomState } from '@diemcau/contracts/media/room-state';
import type { EntityManager } from 'typeorm';
import { Fenced, type HeldSession, type RoomLogService } from './room-log.service.js';

/** Newest events kept at hand for clients that missed some. */
const eventsKept = 500;

/** A live room's state as this node knows it: the fold of its log, and the way to add to it. */
export class RoomRecord {
  state: RoomState = emptyRoom;
  private recent: RoomEvent[] = [];
  private working: Promise<unknown> = Promise.resolve();
  /** A write's outcome is unknown (the connection broke): read the log before deciding anything. */
  private uncertain = false;

  constructor(
    readonly session: HeldSession,
    private readonly log: RoomLogService,
    private readonly told: (event: RoomEvent) => void,
  ) {}

  /** Reads what the log holds beyond what is known. */
  async catchUp(): Promise<void> {
    for (const event of await this.log.since(this.session.id, this.state.version)) this.apply(event);
    this.uncertain = false;
  }

  /**
   * One decision at a time: `decide` sees the newest state and says what changes (nothing: an empty list). It may throw a
   * Failure. The changes are in PostgreSQL before anybody hears of them.
   * @throws Failure moved when another node holds the room now
   */
  change(
    decide: (state: RoomState) => readonly RoomChange[],
    within?: (write: (manager: EntityManager) => Promise<RoomEvent[]>) => Promise<RoomEvent[]>,
  ): Promise<number> {
    const work = this.working.then(async () => {
      if (this.uncertain) await this.catchUp();
      const changes = decide(this.state);
      if (changes.length === 0) return this.state.version;
      this.uncertain = true;
      const write = (manager?: EntityManager) => this.log.append(this.session, changes, manager);
      const events = await (within ? within(write) : write()).catch(asMoved);
      this.uncertain = false;
      for (const event of events) this.apply(event);
      return this.state.version;
    });
    this.working = work.catch(() => undefined);
    return work;
  }

  /** What follows a version; null when that is too long ago (take the state instead). */
  eventsSince(version: number): RoomEvent[] | null {
    if (version > this.state.version || version < this.state.version - this.recent.length) return null;
    return this.recent.filter((event) => event.version > version);
  }

  private apply(event: RoomEvent): void {
    this.state = applyChange(this.state, event.change);
    this.recent = [...this.recent, event].slice(-eventsKept);
    this.told(event);
  }
}

/** Fenced off (I26): clients join again, wherever the room is now. */
function asMoved(error: unknown): never {
  throw error instanceof Fenced ? new Failure(liveErrors.moved) : error;
}
