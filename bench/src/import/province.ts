import { randomUUID } from 'node:crypto';
import { accessToken, type AccessTokenClaims } from '@diemcau/contracts/identity/access-token';
import { builtInRoles } from '@diemcau/contracts/identity/roles';
import { hash } from '@node-rs/argon2';
import jwt from 'jsonwebtoken';
import { Client } from 'pg';

export interface Province {
  readonly schools: readonly string[];
  /** Access token of the department admin. */
  readonly token: string;
  readonly userNames: readonly string[];
  readonly password: string;
}

const password = 'mật khẩu của phép đo';
/** As identity hashes them. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A department with schools, an admin who imports, and teachers who sign in meanwhile. */
export async function addProvince(
  databaseUrl: string,
  secret: string,
  counts: { schools: number; teachers: number },
): Promise<Province> {
  const database = new Client({ connectionString: databaseUrl });
  await database.connect();
  try {
    const province = randomUUID();
    const schools = Array.from({ length: counts.schools }, (_, i) => `thpt-${i + 1}`);
    const unit = `INSERT INTO identity.units (id, parent_id, type, code, name, search, state, valid_from)
      VALUES ($1, $2, $3, $4, $5, $5, 'active', '2020-01-01')`;
    await database.query(unit, [province, null, 'department', 'so', 'Sở Giáo dục và Đào tạo']);
    for (const code of schools) {
      await database.query(unit, [randomUUID(), province, 'school', code, `Trường ${code}`]);
    }
    const passwordHash = await hash(password, cost);
    const addUser = async (userName: string, role: string): Promise<string> => {
      const id = randomUUID();
      await database.query(
        `INSERT INTO identity.users (id, user_name, password_hash, display_name, unit_id, state)
         VALUES ($1, $2, $3, $2, $4, 'active')`,
        [id, userName, passwordHash, province],
      );
      await database.query(
        `INSERT INTO identity.role_grants (id, user_id, role, unit_id, subtree) VALUES ($1, $2, $3, $4, true)`,
        [randomUUID(), id, role, province],
      );
      return id;
    };
    const userNames = Array.from({ length: counts.teachers }, (_, i) => `giao-vien-${i + 1}`);
    for (const userName of userNames) await addUser(userName, 'teacher');
    const admin = await addUser('quan-tri', 'departmentAdmin');
    return { schools, token: tokenOf(admin, province, secret), userNames, password };
  } finally {
    await database.end();
  }
}

function tokenOf(userId: string, unitId: string, secret: string): string {
  const { algorithm, issuer, audience, lifeS } = accessToken;
  const claims: AccessTokenClaims = {
    sub: userId,
    sid: randomUUID(),
    rv: 1,
    grants: [{ role: 'departmentAdmin', unitId, subtree: true }],
    roles: { departmentAdmin: builtInRoles.departmentAdmin.permissions },
  };
  return jwt.sign(claims, secret, { algorithm, issuer, audience, expiresIn: lifeS });
}
