import type { AddressInfo } from 'node:net';
import type { AuditNoted } from '@diemcau/contracts/core/audit';
import Fastify from 'fastify';
import { Pool, type PoolClient } from 'pg';
import { serveParent } from '../processes/program.ts';

interface RoomRow {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly owner_unit_id: string;
  readonly owner_unit_name: string;
  readonly owner_unit_path: string[];
  readonly name_policy: object;
  readonly locked: boolean;
  readonly required_mbps: number;
  readonly support: object[];
  readonly version: number;
}

const toDto = (row: RoomRow) => ({
  id: row.id,
  slug: row.slug,
  name: row.name,
  ownerUnitId: row.owner_unit_id,
  ownerUnitName: row.owner_unit_name,
  namePolicy: row.name_policy,
  locked: row.locked,
  requiredMbps: row.required_mbps,
  support: row.support,
  version: row.version,
});

const columns = `id, slug, name, owner_unit_id, owner_unit_name, owner_unit_path, name_policy, locked, required_mbps,
  support, version`;
const byId = `SELECT ${columns} FROM rooms WHERE id = $1 LIMIT 1`;

/** A fact in the transaction of the change, as `Facts` and `Audit` of libs/service write it. */
const note = (client: PoolClient, subject: string, body: object) =>
  client.query('INSERT INTO bare_outbox (subject, body, request_id) VALUES ($1, $2, $3)', [
    subject,
    JSON.stringify(body),
    'bare',
  ]);

const auditNoteOf = (room: ReturnType<typeof toDto>): AuditNoted => ({
  at: new Date().toISOString(),
  actorKind: 'user',
  actorId: room.ownerUnitId,
  sessionId: room.ownerUnitId,
  address: '127.0.0.1',
  agent: null,
  requestId: 'bare',
  action: room.locked ? 'rooms.lock' : 'rooms.unlock',
  unitId: room.ownerUnitId,
  objectKind: 'room',
  objectId: room.id,
  before: null,
  after: null,
});

/** Fastify and pg and nothing else: the SQL of the two operations under test, without a bus, checks or limits. */
async function start({ databaseUrl }: { databaseUrl: string }): Promise<{ url: string }> {
  const pool = new Pool({ connectionString: databaseUrl, max: 10, options: '-c search_path=meetings' });
  // Facts of this server would be told by the services that run beside it.
  await pool.query('CREATE TABLE IF NOT EXISTS bare_outbox (LIKE outbox INCLUDING ALL)');
  const server = Fastify({ logger: false });

  server.get<{ Params: { slug: string } }>('/rooms/:slug', async ({ params }, reply) => {
    const { rows } = await pool.query<RoomRow>(`SELECT ${columns} FROM rooms WHERE slug = $1 LIMIT 1`, [
      params.slug,
    ]);
    return rows[0] ? toDto(rows[0]) : reply.code(404).send();
  });

  server.put<{ Params: { id: string }; Body: { locked: boolean } }>(
    '/rooms/:id/lock',
    async ({ params: { id }, body: { locked } }, reply) => {
      const known = await pool.query<RoomRow>(byId, [id]);
      if (known.rows.length === 0) return reply.code(404).send();
      const client = await pool.connect();
      try {
        await client.query('START TRANSACTION');
        const changed = await client.query<RoomRow>(
          `UPDATE rooms SET locked = $2, version = version + 1 WHERE id = $1 AND locked <> $2 RETURNING ${columns}`,
          [id, locked],
        );
        const room = changed.rows[0] && toDto(changed.rows[0]);
        if (room) {
          await note(client, 'fact.meetings.rooms.changed', room);
          await note(client, 'fact.audit.noted', auditNoteOf(room));
        }
        await client.query('COMMIT');
        return room ?? (known.rows[0] && toDto(known.rows[0]));
      } catch (error) {
        await client.query('ROLLBACK');
        throw error;
      } finally {
        client.release();
      }
    },
  );

  await server.listen({ host: '127.0.0.1', port: 0 });
  return { url: `http://127.0.0.1:${(server.server.address() as AddressInfo).port}` };
}

const program = { start };
export type BareServer = typeof program;
serveParent(program);
