import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { LobbyEntry } from './lobby-entry.entity.js';

@Injectable()
export class WaitingService {
  constructor(@InjectRepository(LobbyEntry) private readonly entries: Repository<LobbyEntry>) {}

  /** How many wait before each room; rooms where nobody waits are left out. */
  async countsOf(roomIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.entries.query<{ room_id: string; waiting: number }[]>(
      `SELECT room_id, count(*)::int AS waiting FROM lobby_entries
       WHERE room_id = ANY ($1) AND state = 'waiting' GROUP BY room_id`,
      [roomIds],
    );
    return new Map(rows.map(({ room_id, waiting }) => [room_id, waiting]));
  }
}
