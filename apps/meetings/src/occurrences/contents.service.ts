import { type Caller, mayOn } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import { occurrenceErrors } from '@diemcau/contracts/meetings/occurrences-errors';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { FilesService } from '../files/files.service.js';
import { LevelsService } from './levels.service.js';
import { OwnersService } from './owners.service.js';

interface Chosen {
  readonly roomId?: string | null;
  readonly chairId?: string | null;
  readonly directorId?: string | null;
  readonly secretaryId?: string | null;
  readonly level?: string;
}

interface RoomPlace {
  readonly no: number;
  readonly ownerPath: string[];
}

/** What of a meeting points at something else: people, the room, the letter's file, a type of units. */
@Injectable()
export class ContentsService {
  constructor(
    private readonly owners: OwnersService,
    private readonly files: FilesService,
    private readonly levels: LevelsService,
  ) {}

  /** @throws Failure `occurrences.noSuchPerson`, `occurrences.noSuchLevel` */
  async refuseStrangers(unitPath: readonly string[], chosen: Chosen, caller: Caller): Promise<void> {
    const people = [chosen.chairId, chosen.directorId, chosen.secretaryId].filter(
      (id) => typeof id === 'string',
    );
    await this.owners.refuseStrangers(unitPath[0], people);
    const { level } = chosen;
    if (level !== undefined && !(await this.levels.isLevel(level, unitPath[0], caller))) {
      throw new Failure(occurrenceErrors.noSuchLevel, { level });
    }
  }

  /**
   * The room's number, which its bookings go by.
   * @throws Failure `occurrences.noSuchRoom` where it is of neither the unit, nor one above it, nor hosted by the caller
   */
  async roomNo(
    manager: EntityManager,
    unitPath: readonly string[],
    roomId: string | null,
    caller: Caller,
  ): Promise<number | null> {
    if (roomId === null) return null;
    const [room] = await manager.query<RoomPlace[]>(
      'SELECT no, owner_unit_path AS "ownerPath" FROM rooms WHERE id = $1 FOR KEY SHARE',
      [roomId],
    );
    const isOwn = room?.ownerPath.every((id, depth) => unitPath[depth] === id);
    if (!room || !(isOwn || mayOn(caller, 'rooms.host', room.ownerPath))) {
      throw new Failure(occurrenceErrors.noSuchRoom, { roomId });
    }
    return room.no;
  }

  /** @throws Failure `files.notFound`, `files.wrongKind` */
  async attachLetter(
    manager: EntityManager,
    fileId: string | null | undefined,
    unitPath: readonly string[],
    occurrenceId: string,
    caller: Caller,
  ): Promise<void> {
    if (!fileId) return;
    await this.files.attach(manager, fileId, unitPath, caller, { purpose: 'document', occurrenceId });
  }

  /** Another letter takes the place of this one; one that a second meeting rests on stays. */
  async releaseLetter(manager: EntityManager, fileId: string | null, occurrenceId: string): Promise<void> {
    if (fileId === null) return;
    const others = await manager.query<object[]>(
      'SELECT FROM occurrences WHERE dispatch_file_id = $1 AND id <> $2 LIMIT 1',
      [fileId, occurrenceId],
    );
    if (others.length === 0) await this.files.release(manager, [fileId]);
  }
}
