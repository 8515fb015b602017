import type { Caller } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import type { GrantRecord } from '@diemcau/contracts/identity/grants';
import { schoolYearAt } from '@diemcau/contracts/identity/school-year';
import type { ClassOfUser, Profile, UserDetails } from '@diemcau/contracts/identity/user-views';
import { userErrors } from '@diemcau/contracts/identity/users';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { GuardianshipsService } from '../guardians/guardianships.service.js';
import { StandingService } from './standing.service.js';
import { toLine, userColumns, type UserRow, userTables } from './user-rows.js';

interface DetailRow extends UserRow {
  readonly path: string[];
  readonly createdAt: Date;
  readonly lastSignInAt: Date | null;
  readonly hasSecondFactor: boolean;
  readonly initialSecretUntil: Date | null;
}

type GrantRow = Omit<GrantRecord, 'validFrom' | 'validTo' | 'revokedAt'> & {
  readonly validFrom: Date;
  readonly validTo: Date | null;
};

/** One person in full. */
@Injectable()
export class DetailsService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly standing: StandingService,
    private readonly guardianships: GuardianshipsService,
  ) {}

  /** @throws Failure `users.notFound`, also for somebody outside the caller's scope */
  async of(userId: string, caller: Caller): Promise<UserDetails> {
    const row = await this.row(userId);
    const isSelf = caller.kind === 'user' && caller.userId === userId;
    if (!row || !(isSelf || this.standing.allows(caller, 'users.read', row.path))) {
      throw new Failure(userErrors.notFound, { userId });
    }
    return this.whole(row);
  }

  /** For whoever just changed the person. */
  async known(userId: string): Promise<UserDetails> {
    const row = await this.row(userId);
    if (!row) throw new Failure(userErrors.notFound, { userId });
    return this.whole(row);
  }

  private async whole(row: DetailRow): Promise<UserDetails> {
    const { path: _path, createdAt, lastSignInAt, hasSecondFactor, initialSecretUntil, ...line } = row;
    return {
      ...toLine(line),
      createdAt: createdAt.toISOString(),
      lastSignInAt: lastSignInAt?.toISOString() ?? null,
      hasSecondFactor,
      initialSecretUntil: initialSecretUntil?.toISOString() ?? null,
      grants: await this.grantsOf(row.id),
      classes: await this.classesOf(row.id),
      guardians: await this.guardianships.of(row.id),
    };
  }

  /** The caller's own. */
  async profile(caller: Caller): Promise<Profile> {
    if (caller.kind !== 'user') throw new Failure(commonFailures.signInNeeded);
    const row = await this.row(caller.userId);
    if (!row) throw new Failure(userErrors.notFound, { userId: caller.userId });
    const { id, displayName, unitId, unitName, userName, code, email, phone, birthDate, version } = row;
    const classes = await this.classesOf(id);
    return { id, displayName, unitId, unitName, userName, code, email, phone, birthDate, version, classes };
  }

  private async row(userId: string): Promise<DetailRow | undefined> {
    const [row] = await this.database.query<DetailRow[]>(
      `SELECT ${userColumns('$2')}, unit.path, u.created_at AS "createdAt",
              u.last_sign_in_at AS "lastSignInAt",
              EXISTS (SELECT FROM totp_factors WHERE user_id = u.id AND confirmed_at IS NOT NULL)
                OR EXISTS (SELECT FROM passkeys WHERE user_id = u.id) AS "hasSecondFactor",
              (SELECT expires_at FROM initial_secrets WHERE user_id = u.id AND expires_at > now())
                AS "initialSecretUntil"
       FROM ${userTables} WHERE u.id = $1 AND u.erased_at IS NULL`,
      [userId, schoolYearAt(new Date())],
    );
    return row;
  }

  private async grantsOf(userId: string): Promise<GrantRecord[]> {
    const rows = await this.database.query<GrantRow[]>(
      `SELECT g.id, g.user_id AS "userId", u.display_name AS "displayName", u.user_name AS "userName", g.role,
              g.unit_id AS "unitId", unit.name AS "unitName", g.subtree, g.valid_from AS "validFrom",
              g.valid_to AS "validTo", g.granted_by AS "grantedBy", g.delegated_from AS "delegatedFrom"
       FROM role_grants g JOIN users u ON u.id = g.user_id JOIN units unit ON unit.id = g.unit_id
       WHERE g.user_id = $1 AND g.revoked_at IS NULL AND (g.valid_to IS NULL OR g.valid_to > now())
       ORDER BY cardinality(unit.path), unit.search, g.role LIMIT 200`,
      [userId],
    );
    return rows.map(({ validFrom, validTo, ...grant }) => ({
      ...grant,
      validFrom: validFrom.toISOString(),
      validTo: validTo?.toISOString() ?? null,
      revokedAt: null,
    }));
  }

  private async classesOf(userId: string): Promise<ClassOfUser[]> {
    return this.database.query<ClassOfUser[]>(
      `SELECT c.id AS "classId", c.name, c.school_year AS "schoolYear", c.unit_id AS "unitId"
       FROM class_members m JOIN classes c ON c.id = m.class_id
       WHERE m.user_id = $1 ORDER BY c.school_year DESC, c.sort_name LIMIT 100`,
      [userId],
    );
  }
}
