import type { Caller } from '@diemcau/contracts/core/caller';
import type { OccurrenceContent } from '@diemcau/contracts/meetings/occurrences-changes';
import type { SiteWanted } from '@diemcau/contracts/meetings/occurrences-parts';
import { defaultZone } from '@diemcau/contracts/meetings/vocabulary';
import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { MeetingTypesService } from '../meeting-types/meeting-types.service.js';
import { actorOf } from './abilities.js';
import { ContentsService } from './contents.service.js';
import { type OwnerOf, searchOf, type UnitOf } from './made-rows.js';
import { OwnersService } from './owners.service.js';
import { PartsService } from './parts.service.js';
import { refuseTimes } from './refusals.js';
import { holdWanted, refuseTwo, writeSites } from './site-choice.js';
import type { WantedBooking } from './taken.service.js';
import { holdSites } from './template-sites.js';

/** Where a meeting made by hand begins its life. */
export interface Beginning {
  readonly owner: OwnerOf;
  readonly state: 'draft' | 'pendingApproval';
  readonly urgent: boolean;
  readonly reason: string | null;
  readonly requesting: UnitOf | null;
}

/** One meeting by hand: its row with everything that belongs to it. */
@Injectable()
export class DraftingService {
  constructor(
    private readonly contents: ContentsService,
    private readonly owners: OwnersService,
    private readonly parts: PartsService,
    private readonly types: MeetingTypesService,
    private readonly clock: Clock,
  ) {}

  /** Before any transaction. @throws Failure `occurrences.badTimes`, `.past`, `.twoSites`, `.noSuchPerson`, `.noSuchUnit`, `.noSuchLevel` */
  async check(content: OccurrenceContent, owner: UnitOf, caller: Caller): Promise<Map<string, UnitOf>> {
    refuseTimes(new Date(content.startsAt), new Date(content.endsAt), this.clock.now());
    refuseTwo(content.sites ?? []);
    await this.contents.refuseStrangers(owner.path, content, caller);
    const unitIds = (content.agenda ?? []).flatMap(({ unitId }) => unitId ?? []);
    return this.owners.unitsOf(owner.path[0], unitIds);
  }

  /** @param units of its agenda, from {@link check}. @returns its id */
  async write(
    manager: EntityManager,
    content: OccurrenceContent,
    { owner, state, urgent, reason, requesting }: Beginning,
    units: ReadonlyMap<string, UnitOf>,
    wants: (wanted: WantedBooking) => void,
    caller: Caller,
  ): Promise<string> {
    const id = randomUUID();
    const wanted = content.sites ?? [];
    const roomId = content.roomId ?? null;
    const [startsAt, endsAt] = [new Date(content.startsAt), new Date(content.endsAt)];
    wants({ occurrenceId: null, siteIds: wanted.map(({ siteId }) => siteId), roomId, startsAt, endsAt });
    const roomNo = await this.contents.roomNo(manager, owner.path, roomId, caller);
    await holdWanted(manager, owner.path[0], wanted);
    const type = await this.types.of(manager, owner.path, content.kind);
    const sites = await this.types.placed(manager, wanted, type, owner.id);
    await manager.query(
      `INSERT INTO occurrences (id, unit_id, unit_path, unit_name, kind, title, search, state, zone, starts_at, ends_at,
         room_id, room_no, chair_id, director_id, secretary_id, composition, dispatch_number, dispatch_date,
         dispatch_file_id, recording, urgent, reason, author_id, requesting_unit_id, requesting_unit_path,
         requesting_unit_name, level, edited)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23,
         $24, $25, $26, $27, $28, true)`,
      [
        id,
        owner.id,
        owner.path,
        owner.name,
        content.kind,
        content.title,
        searchOf(content.title),
        state,
        defaultZone,
        startsAt,
        endsAt,
        roomId,
        roomNo,
        content.chairId ?? null,
        content.directorId ?? null,
        content.secretaryId ?? null,
        content.composition ?? null,
        content.dispatch?.number ?? null,
        content.dispatch?.date ?? null,
        content.dispatch?.fileId ?? null,
        type.recording,
        urgent,
        reason,
        actorOf(caller),
        requesting?.id ?? null,
        requesting?.path ?? null,
        requesting?.name ?? null,
        content.level ?? owner.type,
      ],
    );
    await this.contents.attachLetter(manager, content.dispatch?.fileId, owner.path, id, caller);
    await writeSites(manager, id, sites);
    await this.writeParts(manager, id, { ...content, sites }, owner, units, urgent, type);
    return id;
  }

  /** An urgent meeting's preparations are due at its start: days before may be past already. */
  private async writeParts(
    manager: EntityManager,
    id: string,
    content: OccurrenceContent & { readonly sites: readonly SiteWanted[] },
    owner: UnitOf,
    units: ReadonlyMap<string, UnitOf>,
    urgent: boolean,
    type: Awaited<ReturnType<MeetingTypesService['of']>>,
  ): Promise<void> {
    const agenda = (content.agenda ?? []).map(({ title, minutes, unitId, dueAt }, index) => {
      const unit = unitId === null ? owner : (units.get(unitId) ?? owner);
      const row = { id: randomUUID(), occurrence_id: id, position: index + 1, title, minutes };
      return { ...row, unit_id: unit.id, unit_path: unit.path, unit_name: unit.name, due_at: dueAt };
    });
    await this.parts.agenda(manager, agenda);
    const checklist = urgent ? type.checklist.map((item) => ({ ...item, daysBefore: 0 })) : type.checklist;
    const sites = await holdSites(manager, content.sites);
    const meeting = { id, startsAt: new Date(content.startsAt).toISOString() };
    await this.parts.checklist(manager, [meeting], { checklist }, owner, () => sites);
  }
}
