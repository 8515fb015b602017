import { randomUUID } from 'node:crypto';
import { accessToken, type AccessTokenClaims } from '@diemcau/contracts/identity/access-token';
import { builtInRoles } from '@diemcau/contracts/identity/roles';
import type { Room } from '@diemcau/contracts/meetings/rooms';
import jwt from 'jsonwebtoken';
import { Client } from 'pg';

/** The unit that owns the rooms of a bench. */
const unitId = randomUUID();

/** An access token of somebody who presides over every room of {@link addRooms}, as identity would sign it. */
export function hostToken(secret: string): string {
  const { algorithm, issuer, audience, lifeS } = accessToken;
  const claims: AccessTokenClaims = {
    sub: randomUUID(),
    sid: randomUUID(),
    rv: 1,
    grants: [{ role: 'departmentAdmin', unitId, subtree: true }],
    roles: { departmentAdmin: builtInRoles.departmentAdmin.permissions },
  };
  return jwt.sign(claims, secret, { algorithm, issuer, audience, expiresIn: lifeS });
}

/** Puts rooms into the database of meetings, which has no message to make one yet. */
export async function addRooms(databaseUrl: string, count: number): Promise<Pick<Room, 'id' | 'slug'>[]> {
  const rooms = Array.from({ length: count }, (_, i) => ({ id: randomUUID(), slug: `phong-${i + 1}` }));
  const database = new Client({ connectionString: databaseUrl });
  await database.connect();
  try {
    for (const { id, slug } of rooms) {
      await database.query(
        `INSERT INTO meetings.rooms
           (id, slug, name, owner_unit_id, owner_unit_name, owner_unit_path, name_policy, required_mbps, support)
         VALUES ($1, $2, 'Phòng họp trực tuyến', $3, 'Sở Giáo dục và Đào tạo', ARRAY[$3::uuid], $4, 10, $5)`,
        [id, slug, unitId, JSON.stringify(namePolicy), JSON.stringify(support)],
      );
    }
  } finally {
    await database.end();
  }
  return rooms;
}

const namePolicy: Room['namePolicy'] = {
  mode: 'pickOrType',
  minWords: 3,
  pattern: null,
  exampleName: 'Trường THPT Như Xuân',
};
const support: Room['support'] = [
  { division: 'Phòng Công nghệ thông tin', phone: '0237 000 000', email: null },
];
