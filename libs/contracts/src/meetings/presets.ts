import { ClientOf, contract, takes } from '../core/contract.js';
import { Decimal, Id, Int, ListOf, Part, Text } from '../core/fields.js';
import { failures } from '../core/failure.js';
import { StoredFile } from './files.js';
import { SiteRef, SiteVersionRef } from './sites.js';

/** Part of the seating plan that a frame shows, in shares of its width and depth. */
export class SeatRegion {
  @Decimal({ min: 0, max: 1 }) x: number;
  @Decimal({ min: 0, max: 1 }) y: number;
  @Decimal({ min: 0, max: 1 }) width: number;
  @Decimal({ min: 0, max: 1 }) height: number;
}
class PresetWords {
  /** As the camera's remote control has it: «1 – Chủ trì». */
  @Text({ max: 100, example: 'Chủ trì' }) name: string;
  /** Number stored in the camera; null where it is set by hand. */
  @Int({ min: 0, max: 255, nullable: true }) number: number | null;
  @Part(() => SeatRegion, { nullable: true }) region: SeatRegion | null;
}
/** A position of the camera's frame (HB-8.3, HB-9.2b). */
export class CameraPreset extends PresetWords {
  @Id() id: string;
  @Part(() => StoredFile, { nullable: true }) thumbnail: StoredFile | null;
}
export class PresetList {
  /** In the operator's order. */
  @ListOf(() => CameraPreset, { max: 50 }) items: CameraPreset[];
  /** Of the site. */
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
}
export class PresetWanted extends PresetWords {
  /** Of one that is there; a new one has none. */
  @Id({ optional: true }) id?: string;
  /** Sent with purpose `thumbnail`. */
  @Id({ optional: true, nullable: true }) thumbnailId?: string | null;
}
/** The whole list in its order: what is not in it goes. */
export class SetPresets extends SiteVersionRef {
  @ListOf(() => PresetWanted, { max: 50 }) presets: PresetWanted[];
}

export const Presets = contract('meetings.presets', {
  of: takes(SiteRef).gives(PresetList),
  set: takes(SetPresets).gives(PresetList),
});
export class PresetsClient extends ClientOf(Presets) {}

export const presetErrors = failures('presets', {
  notFound: {
    status: 404,
    vi: 'Vị trí khung hình không thuộc điểm cầu này',
    en: 'This frame position does not belong to the site',
  },
  region: {
    status: 400,
    vi: 'Vùng chỗ ngồi vượt ra ngoài sơ đồ',
    en: 'The region reaches beyond the seating plan',
  },
});
