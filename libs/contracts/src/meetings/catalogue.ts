import { ClientOf, contract, takes } from '../core/contract.js';
import { failures } from '../core/failure.js';
import { Flag, Id, Int, ListOf, OneOf, SomeOf, Text } from '../core/fields.js';
import { cursorChars, PageQuery } from '../core/page.js';
import { type VitalPart, vitalParts } from './vital-parts.js';

/** What equipment is bought for (TM-1c). */
export const equipmentPurposes = ['meeting', 'teaching', 'both'] as const;
export type EquipmentPurpose = (typeof equipmentPurposes)[number];

/** A kind of equipment, as a province describes it to its units (TM-1c). */
export class CatalogueItem {
  @Id() id: string;
  /** The province it belongs to: every province begins with the same items and changes them as it likes. */
  @Id() provinceId: string;
  @Text({ max: 120 }) name: string;
  @OneOf(equipmentPurposes) purpose: EquipmentPurpose;
  /** What it is to a meeting: a site whose devices for one of these are all faulty fails its check. Often empty. */
  @SomeOf(vitalParts) serves: VitalPart[];
  /** What to look for when buying, how it is used. */
  @Text({ max: 2000, multiline: true, nullable: true }) notes: string | null;
  /** A file of `POST files`; null without a picture. */
  @Id({ nullable: true }) pictureId: string | null;
  /** No longer bought: devices that exist keep it, new ones do not get it. */
  @Flag() retired: boolean;
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
}

export class CatalogueQuery extends PageQuery {
  /** The caller's own unless told. */
  @Id({ optional: true }) provinceId?: string;
  @OneOf(equipmentPurposes, { optional: true }) purpose?: EquipmentPurpose;
  @Flag({ optional: true }) includeRetired?: boolean;
}
export class CataloguePage {
  /** By name. */
  @ListOf(() => CatalogueItem, { max: 200 }) items: CatalogueItem[];
  @Text({ max: cursorChars, nullable: true }) nextCursor: string | null;
  @Int({ min: 0, max: 1_000_000 }) total: number;
}

export class AddCatalogueItem {
  @Id() provinceId: string;
  @Text({ max: 120, example: 'Bảng tương tác' }) name: string;
  @OneOf(equipmentPurposes) purpose: EquipmentPurpose;
  @SomeOf(vitalParts, { optional: true }) serves?: VitalPart[];
  @Text({ max: 2000, multiline: true, optional: true, nullable: true }) notes?: string | null;
  @Id({ optional: true, nullable: true }) pictureId?: string | null;
}

/** What is left out stays. */
export class ChangeCatalogueItem {
  @Id() itemId: string;
  /** As it was read; 412 when somebody else was quicker. */
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
  @Text({ max: 120, optional: true }) name?: string;
  @OneOf(equipmentPurposes, { optional: true }) purpose?: EquipmentPurpose;
  @SomeOf(vitalParts, { optional: true }) serves?: VitalPart[];
  @Text({ max: 2000, multiline: true, optional: true, nullable: true }) notes?: string | null;
  @Id({ optional: true, nullable: true }) pictureId?: string | null;
  @Flag({ optional: true }) retired?: boolean;
}

/** Read by everybody of the province with `sites.read`; kept with `sites.configure` over the province (TM-1c). */
export const Catalogue = contract('meetings.catalogue', {
  list: takes(CatalogueQuery).gives(CataloguePage),
  add: takes(AddCatalogueItem).gives(CatalogueItem),
  change: takes(ChangeCatalogueItem).gives(CatalogueItem),
});
export class CatalogueClient extends ClientOf(Catalogue) {}

export const catalogueErrors = failures('catalogue', {
  notFound: {
    status: 404,
    vi: 'Không tìm thấy trong danh mục',
    en: 'There is no such item in the catalogue',
  },
  nameTaken: {
    status: 409,
    vi: 'Danh mục đã có mục mang tên này',
    en: 'The catalogue has an item of this name already',
  },
  changedMeanwhile: {
    status: 412,
    vi: 'Có người vừa sửa trước; xin tải lại rồi sửa tiếp',
    en: 'Somebody else was quicker; please reload and change again',
  },
});
