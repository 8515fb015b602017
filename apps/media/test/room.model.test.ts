import { Failure } from '@diemcau/contracts/core/failure';
import { applyChange, emptyRoom, type PeerRole } from '@diemcau/contracts/media/room-state';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { MediaBed, TestPeer } from './media-bed.js';

const deeds = [
  'join',
  'leave',
  'speak',
  'grant',
  'revoke',
  'remove',
  'raise',
  'lower',
  'say',
  'muteAll',
] as const;
interface Step {
  readonly deed: (typeof deeds)[number];
  readonly actor: number;
  readonly target: number;
}
const people = 4;
const step: fc.Arbitrary<Step> = fc.record({
  deed: fc.constantFrom(...deeds),
  actor: fc.nat(people - 1),
  target: fc.nat(people - 1),
});

/** What must be true whatever happened before; person 0 is the host. */
class Model {
  readonly role = new Map<number, PeerRole>();
  readonly removed = new Set<number>();
  readonly speaking = new Set<number>();

  /** Does the room allow it? If it does, the model changes as the room must. */
  allows({ deed, actor, target }: Step): boolean {
    if (deed === 'join') return this.join(actor);
    const role = this.role.get(actor);
    if (!role) return false;
    switch (deed) {
      case 'leave':
        this.goes(actor);
        return true;
      case 'speak':
        if (role === 'participant' || this.speaking.has(actor)) return false;
        this.speaking.add(actor);
        return true;
      case 'grant':
      case 'revoke':
        return role === 'host' && this.setRole(target, deed === 'grant' ? 'presenter' : 'participant');
      case 'remove':
        if (role !== 'host' || !this.role.has(target) || this.role.get(target) === 'host') return false;
        this.goes(target);
        this.removed.add(target);
        return true;
      case 'muteAll':
      case 'lower':
        return role === 'host';
      case 'raise':
      case 'say':
        return true;
    }
  }

  private join(actor: number): boolean {
    if (this.removed.has(actor)) return false;
    this.speaking.delete(actor);
    if (!this.role.has(actor)) this.role.set(actor, actor === 0 ? 'host' : 'participant');
    return true;
  }
  private setRole(target: number, role: PeerRole): boolean {
    if (!this.role.has(target) || this.role.get(target) === 'host') return false;
    this.role.set(target, role);
    if (role === 'participant') this.speaking.delete(target);
    return true;
  }
  private goes(person: number): void {
    this.role.delete(person);
    this.speaking.delete(person);
  }
}

class RealRoom {
  readonly roomId = randomUUID();
  readonly ids = Array.from({ length: people }, () => randomUUID());
  private readonly peers = new Map<number, TestPeer>();

  constructor(private readonly media: MediaBed) {}

  async do({ deed, actor, target }: Step): Promise<void> {
    const targetId = this.ids[target] ?? '';
    if (deed === 'join') {
      this.peers.set(
        actor,
        await TestPeer.join(this.media, this.roomId, {
          host: actor === 0,
          ...(this.ids[actor] && { peerId: this.ids[actor] }),
        }),
      );
      return;
    }
    const peer = this.peers.get(actor);
    if (!peer) throw new Error('nobody there to act');
    const { rooms } = this.media;
    const acts: Record<Exclude<Step['deed'], 'join'>, () => Promise<unknown>> = {
      leave: () => rooms.leave({}, peer.caller),
      speak: async () => peer.produceSound((await peer.openTransports()).send),
      grant: () => peer.setRole(targetId, 'presenter'),
      revoke: () => peer.setRole(targetId, 'participant'),
      remove: () => rooms.remove({ peerId: targetId }, peer.caller),
      raise: () => rooms.raiseHand({ raised: true }, peer.caller),
      lower: () => rooms.lowerHand({ peerId: targetId }, peer.caller),
      say: () => peer.say('xin chào'),
      muteAll: () => rooms.muteAll({}, peer.caller),
    };
    await acts[deed]();
  }

  /** As somebody who has just come in sees it. */
  async look() {
    const observer = await TestPeer.join(this.media, this.roomId);
    const { streams } = await observer.events(0);
    const state = await observer.state();
    await this.media.rooms.leave({}, observer.caller);
    return {
      state,
      streams: streams.streams,
      observerId: observer.peerId,
      sessionId: observer.joined.sessionId,
    };
  }
}

describe('a live room under any sequence of deeds', () => {
  let media: MediaBed;
  beforeAll(async () => {
    media = await MediaBed.start();
  });
  afterAll(() => media.stop());

  it('has the roles, streams and removals the rules give, and its log folds to what everybody sees', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const model = new Model();
        const real = new RealRoom(media);
        for (const next of steps) {
          const allowed = model.allows(next);
          const outcome = await real.do(next).then(
            () => 'done',
            (error: unknown) => error,
          );
          if (allowed) expect(outcome).toBe('done');
          else if (outcome !== 'done') expectRefusal(outcome);
          else throw new Error(`${next.deed} was not refused`);
        }
        const { state, streams, observerId, sessionId } = await real.look();
        const idsOf = (persons: Iterable<number>) =>
          [...persons].map((person) => real.ids[person]).toSorted();
        const { [observerId]: _observer, ...peers } = state.peers;
        expect(Object.keys(peers).toSorted()).toEqual(idsOf(model.role.keys()));
        for (const [person, role] of model.role) expect(peers[real.ids[person] ?? '']?.role).toBe(role);
        expect(streams.map(({ peerId }) => peerId).toSorted()).toEqual(idsOf(model.speaking));
        expect([...state.removed].toSorted()).toEqual(idsOf(model.removed));

        const log = await media.bed.sql<{ version: number; change: Parameters<typeof applyChange>[1] }>(
          'SELECT version, change FROM media.room_event WHERE session_id = $1 AND version <= $2 ORDER BY version',
          [sessionId, state.version],
        );
        expect(log.map(({ version }) => version)).toEqual(log.map((_, index) => index + 1));
        expect(log.reduce((folded, { change }) => applyChange(folded, change), emptyRoom)).toEqual(state);
      }),
      { numRuns: 40 },
    );
  });
});

/** A refusal is a Failure the contract declares, or there was nobody to act; never an accident. */
function expectRefusal(outcome: unknown): void {
  if (outcome instanceof Failure) expect(outcome.kind.status).toBeLessThan(500);
  else expect(outcome).toEqual(new Error('nobody there to act'));
}
