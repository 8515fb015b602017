import { type Caller, mayOn } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import { folded } from '@diemcau/contracts/core/folded';
import {
  type AddCatalogueItem,
  catalogueErrors,
  type CatalogueItem,
  type ChangeCatalogueItem,
} from '@diemcau/contracts/meetings/catalogue';
import { Audit } from '@diemcau/service/audit/audit';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { FilesService } from '../files/files.service.js';
import { CatalogueService, itemColumns } from './catalogue.service.js';
import { refusedBy } from '@diemcau/service/database/refused-by';

/** Provinces define their catalogue. */
@Injectable()
export class DefiningService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly catalogue: CatalogueService,
    private readonly files: FilesService,
    private readonly audit: Audit,
  ) {}

  /** @throws Failure `common.notAllowed`, `catalogue.nameTaken`, `files.*` */
  async add(input: AddCatalogueItem, caller: Caller): Promise<CatalogueItem> {
    const { provinceId, name, purpose, serves = [], notes = null, pictureId = null } = input;
    if (!mayOn(caller, 'sites.configure', [provinceId])) throw new Failure(commonFailures.notAllowed);
    return refusedBy('catalogue_items_name', catalogueErrors.nameTaken, () =>
      this.database.transaction(async (manager) => {
        await this.catalogue.begin(manager, provinceId);
        if (pictureId) await this.files.attach(manager, pictureId, [provinceId], caller, picture);
        const id = randomUUID();
        const [item] = await manager.query<CatalogueItem[]>(
          `INSERT INTO catalogue_items AS i (id, province_id, name, search, purpose, serves, notes, picture_id)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING ${itemColumns}`,
          [id, provinceId, name, folded(name), purpose, serves, notes, pictureId],
        );
        if (!item) throw new Error('nothing was inserted');
        const object = { kind: 'catalogueItem', id };
        const after = { name, purpose, serves };
        await this.audit.record(manager, caller, {
          action: 'catalogue.add',
          unitId: provinceId,
          object,
          after,
        });
        return item;
      }),
    );
  }

  /** @throws Failure `catalogue.notFound`, `.changedMeanwhile`, `.nameTaken`, `files.*` */
  async change({ itemId, version, ...given }: ChangeCatalogueItem, caller: Caller): Promise<CatalogueItem> {
    return refusedBy('catalogue_items_name', catalogueErrors.nameTaken, () =>
      this.database.transaction(async (manager) => {
        const before = await this.catalogue.hold(manager, itemId, caller);
        if (before.version !== version) {
          throw new Failure(catalogueErrors.changedMeanwhile, { version: before.version });
        }
        const stated = Object.entries(given).filter(([, value]) => value !== undefined);
        const after: CatalogueItem = { ...before, ...Object.fromEntries(stated), version: version + 1 };
        const idsOf = ({ pictureId }: CatalogueItem): string[] => (pictureId ? [pictureId] : []);
        await this.files.replace(manager, idsOf(before), idsOf(after), [before.provinceId], caller, picture);
        const { name, purpose, serves, notes, pictureId, retired } = after;
        await manager.query(
          `UPDATE catalogue_items SET name = $2, search = $3, purpose = $4, serves = $5, notes = $6, picture_id = $7, retired = $8,
             version = version + 1 WHERE id = $1`,
          [itemId, name, folded(name), purpose, serves, notes, pictureId, retired],
        );
        await this.audit.record(manager, caller, {
          action: 'catalogue.change',
          unitId: before.provinceId,
          object: { kind: 'catalogueItem', id: itemId },
          before: {
            name: before.name,
            purpose: before.purpose,
            serves: before.serves,
            retired: before.retired,
          },
          after: { name, purpose, serves, retired },
        });
        return after;
      }),
    );
  }
}

const picture = { purpose: 'photo', permission: 'sites.read' } as const;
