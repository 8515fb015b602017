import type { Socket } from '../socket/socket.js';
import { Problem } from '../problem.js';

/** The server does not know us (any more): joining again mends it. */
const seatLostCodes = new Set(['room.notInRoom', 'room.moved']);

/** What a person in the room can do besides sending picture and sound. Each rejects with a Problem to show. */
export class RoomCommands {
  constructor(
    private readonly socket: Pick<Socket, 'request'>,
    private readonly onSeatLost: () => void,
  ) {}

  /** @param id made once per line, so that saying it again after a lost answer says it once */
  say = (text: string, id: string) => this.noticing(this.socket.request('media.room.say', { text, id }));

  raiseHand = (raised: boolean) => this.noticing(this.socket.request('media.room.raiseHand', { raised }));

  /** The rest are for hosts. */
  lowerHand = (peerId: string) => this.noticing(this.socket.request('media.room.lowerHand', { peerId }));

  setRole = (peerId: string, role: 'presenter' | 'participant') =>
    this.noticing(this.socket.request('media.room.setRole', { peerId, role }));

  mute = (peerId: string) => this.noticing(this.socket.request('media.room.mute', { peerId }));

  muteAll = () => this.noticing(this.socket.request('media.room.muteAll', {}));

  remove = (peerId: string) => this.noticing(this.socket.request('media.room.remove', { peerId }));

  private async noticing(answer: Promise<{ version: number }>): Promise<void> {
    try {
      await answer;
    } catch (error) {
      if (error instanceof Problem && seatLostCodes.has(error.code)) this.onSeatLost();
      throw error;
    }
  }
}
