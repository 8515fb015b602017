import type { Permission } from '@diemcau/contracts/identity/permissions';
import { Injectable } from '@nestjs/common';
import { type HeldRights, RightsService } from '../grants/rights.service.js';
import type { KeyRow } from './key-row.js';

/** What a key opens now. */
export interface KeyRights {
  readonly permissions: Permission[];
  /** When that changes by itself. */
  readonly until: Date;
}

/** A key never opens more than its maker may open at this moment: what the maker loses, the key loses (I4). */
@Injectable()
export class KeyRightsService {
  constructor(private readonly rights: RightsService) {}

  async of(row: KeyRow): Promise<KeyRights> {
    return this.within(row, await this.rights.of(row.madeBy));
  }

  /** As {@link of}, asking once for each maker. */
  async ofAll(rows: readonly KeyRow[]): Promise<Permission[][]> {
    const makers = [...new Set(rows.map(({ madeBy }) => madeBy))];
    const held = new Map<string, HeldRights>();
    for (const maker of makers) held.set(maker, await this.rights.of(maker));
    return rows.map((row) => {
      const rights = held.get(row.madeBy);
      return rights ? this.within(row, rights).permissions : [];
    });
  }

  private within(row: KeyRow, { rights, until }: HeldRights): KeyRights {
    const ends = until && until < row.expiresAt ? until : row.expiresAt;
    if (row.makerState !== 'active') return { permissions: [], until: ends };
    const maker = { kind: 'key', keyId: row.id, ...rights } as const;
    const lost = this.rights.beyond(maker, row.scopes, { unitPath: row.path, subtree: row.subtree });
    return { permissions: row.scopes.filter((scope) => !lost.includes(scope)), until: ends };
  }
}
