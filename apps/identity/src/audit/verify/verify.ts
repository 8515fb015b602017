import type { DataSource, EntityManager } from 'typeorm';
import { beginning, nextHash } from '../canonical.js';
import { fieldsOf, sealedColumns, type SealedRow } from '../sealed-rows.js';
import type { Anchor, Finding } from './findings.js';

export interface Verdict {
  readonly entries: number;
  /** The last of the chain. */
  readonly head: Anchor;
  readonly findings: readonly Finding[];
}

/** Of an entry that was deleted the entry's columns are null. */
type ChainRow = (SealedRow | { readonly id: null }) & {
  readonly position: string;
  readonly hash: Buffer;
  readonly entry_id: string;
};

const perBatch = 2000;
/** More of the same kind say no more. */
const mostFindings = 1000;
/** Sealing takes about a second; a replica that was just started needs a little longer, in s. */
const sealedWithinS = 60;
/** What other services note may be as old as the bus keeps it, in ms. */
const mostDelayMs = 8 * 24 * 3600 * 1000;

/** Goes over the whole log in one snapshot, while it goes on being written. */
export async function verifyAudit(database: DataSource, noted: readonly Anchor[] = []): Promise<Verdict> {
  return database.transaction('REPEATABLE READ', async (manager) => {
    await manager.query('SET TRANSACTION READ ONLY');
    await manager.query('SET LOCAL statement_timeout = 0');
    const walk = new Walk([...(await keptAnchors(manager)), ...noted]);
    for (let rows = await batchAfter(manager, 0); rows.length > 0;) {
      for (const row of rows) walk.take(row);
      rows = await batchAfter(manager, walk.head.position);
    }
    const findings = [...walk.end(), ...(await unsealed(manager))];
    return { entries: walk.entries, head: walk.head, findings: findings.slice(0, mostFindings) };
  });
}

/** One step for each link of the chain. */
class Walk {
  entries = 0;
  head: Anchor = { position: 0, hash: beginning.toString('hex') };
  private readonly findings: Finding[] = [];
  private readonly noted = new Map<number, string[]>();
  private previous: Buffer = beginning;
  private latestMs = 0;

  constructor(private readonly anchors: readonly Anchor[]) {
    for (const { position, hash } of anchors) {
      this.noted.set(position, [...(this.noted.get(position) ?? []), hash]);
    }
  }

  take(row: ChainRow): void {
    const position = Number(row.position);
    if (position !== this.head.position + 1) {
      this.find({ kind: 'gap', from: this.head.position + 1, to: position - 1 });
    }
    this.judge(position, row);
    // From the stored hash on, so that one change does not make all that follows look changed.
    this.previous = row.hash;
    this.head = { position, hash: row.hash.toString('hex') };
    this.entries += 1;
    const isOther = this.noted.get(position)?.some((hash) => hash !== this.head.hash);
    if (isOther) this.find({ kind: 'replaced', position });
  }

  end(): Finding[] {
    const { position: end } = this.head;
    const beyond = this.anchors.filter(({ position }) => position > end);
    const furthest = Math.max(...beyond.map(({ position }) => position));
    if (beyond.length > 0) this.find({ kind: 'cutOff', position: furthest, end });
    return this.findings;
  }

  private judge(position: number, row: ChainRow): void {
    const entryId = row.entry_id;
    if (row.id === null) return this.find({ kind: 'deleted', position, entryId });
    if (!nextHash(this.previous, fieldsOf(row)).equals(row.hash)) {
      this.find({ kind: 'changed', position, entryId });
    }
    const atMs = row.at.getTime();
    if (atMs < this.latestMs - mostDelayMs) {
      this.find({ kind: 'backdated', position, entryId, at: row.at.toISOString() });
    }
    this.latestMs = Math.max(this.latestMs, atMs);
  }

  private find(finding: Finding): void {
    if (this.findings.length < mostFindings) this.findings.push(finding);
  }
}

async function batchAfter(manager: EntityManager, position: number): Promise<ChainRow[]> {
  return manager.query<ChainRow[]>(
    `SELECT chain.position, chain.hash, chain.entry_id, ${sealedColumns}
     FROM (SELECT * FROM audit_chain WHERE position > $1 ORDER BY position LIMIT ${perBatch}) chain
     LEFT JOIN audit_entries entry ON entry.id = chain.entry_id ORDER BY chain.position`,
    [position],
  );
}

async function keptAnchors(manager: EntityManager): Promise<Anchor[]> {
  const rows = await manager.query<{ position: string; hash: Buffer }[]>(
    'SELECT position, hash FROM audit_anchors ORDER BY position',
  );
  return rows.map(({ position, hash }) => ({ position: Number(position), hash: hash.toString('hex') }));
}

async function unsealed(manager: EntityManager): Promise<Finding[]> {
  const rows = await manager.query<{ id: string; at: Date }[]>(
    `SELECT id, at FROM audit_entries entry
     WHERE NOT EXISTS (SELECT FROM audit_chain WHERE entry_id = entry.id)
       AND at < clock_timestamp() - make_interval(secs => ${sealedWithinS})
     ORDER BY sequence LIMIT ${mostFindings}`,
  );
  return rows.map(({ id, at }) => ({ kind: 'unsealed', entryId: id, at: at.toISOString() }));
}
