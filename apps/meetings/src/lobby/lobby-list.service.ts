import type { Caller } from '@diemcau/contracts/core/caller';
import type { LobbyPage, LobbyQuery } from '@diemcau/contracts/meetings/lobby';
import { pageOf, positionOf, wordPatterns } from '@diemcau/service/database/paging';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { RoomsService } from '../rooms/rooms.service.js';
import { toDto } from './entry.dto.js';
import { LobbyEntry } from './lobby-entry.entity.js';

/** As our own cursors write it; PostgreSQL knows no year 0. */
const isInstant = (key: string): boolean =>
  /^[12]\d{3}-/.test(key) && !Number.isNaN(Date.parse(key)) && new Date(key).toISOString() === key;

@Injectable()
export class LobbyListService {
  constructor(
    @InjectRepository(LobbyEntry) private readonly entries: Repository<LobbyEntry>,
    private readonly rooms: RoomsService,
  ) {}

  /** For hosts; first come first. */
  async list(query: LobbyQuery, caller: Caller): Promise<LobbyPage> {
    const { roomId, state, limit = 50 } = query;
    await this.rooms.allowing(caller, 'rooms.host', roomId);
    const words = wordPatterns(query.q);
    const after = positionOf(query.cursor, isInstant);
    const matching = this.entries.createQueryBuilder('entry').where({ roomId, ...(state && { state }) });
    if (words.length > 0) matching.andWhere('entry.search LIKE ALL (:words)', { words });
    const total = await matching.getCount();

    if (after) matching.andWhere('(entry.askedAt, entry.id) > (:key, :id)', after);
    const rows = await matching
      .orderBy('entry.askedAt')
      .addOrderBy('entry.id')
      .limit(limit + 1)
      .getMany();
    const { items, nextCursor } = pageOf(rows, limit, ({ askedAt, id }) => ({
      key: askedAt.toISOString(),
      id,
    }));
    return { items: items.map(toDto), nextCursor, total };
  }
}
