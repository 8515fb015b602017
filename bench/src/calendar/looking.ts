import { Client } from 'pg';
import { serveParent } from '../processes/program.ts';

export interface Look {
  readonly url: string;
  readonly databaseUrl: string;
  readonly token: string;
  readonly unitIds: readonly string[];
  readonly from: string;
  readonly to: string;
  /** On each of the connections, one after the other. */
  readonly looks: number;
}

export interface Looked {
  /** Of each answer in ms. */
  readonly rest: readonly number[];
  readonly bare: readonly number[];
  /** Meetings in an answer, on average. */
  readonly meetings: number;
}

const connections = 2;
const own = `
  SELECT id, title, state, starts_at, ends_at FROM occurrences WHERE unit_id = $1 AND starts_at >= $2 AND starts_at < $3
  UNION
  SELECT id, title, state, starts_at, ends_at FROM occurrences WHERE id IN (
    SELECT occurrence_id FROM occurrence_sites WHERE unit_id = $1 AND during && tstzrange($2, $3))
  ORDER BY starts_at`;

/** The month of one unit after another, over REST and as bare SQL in turn, so that what else happens hits both alike. */
async function look({ url, databaseUrl, token, unitIds, from, to, looks }: Look): Promise<Looked> {
  const rest: number[] = [];
  const bare: number[] = [];
  let meetings = 0;
  const connection = async (index: number): Promise<void> => {
    const database = new Client({ connectionString: databaseUrl });
    await database.connect();
    await database.query('SET search_path = meetings');
    for (let n = 0; n < looks; n++) {
      // Steps that meet every unit before they meet one again.
      const unitId = unitIds[(index * 7919 + n * 613) % unitIds.length] ?? '';
      const asked = performance.now();
      const query = new URLSearchParams({ from, to }).toString();
      const answer = await fetch(`${url}/api/v1/units/${unitId}/calendar?${query}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
      meetings += ((await answer.json()) as { items: unknown[] }).items.length;
      const answered = performance.now();
      await database.query({ name: 'month', text: own, values: [unitId, from, to] });
      rest.push(answered - asked);
      bare.push(performance.now() - answered);
    }
    await database.end();
  };
  await Promise.all(Array.from({ length: connections }, (_, index) => connection(index)));
  return { rest, bare, meetings: meetings / rest.length };
}

const program = { look };
export type Looking = typeof program;
serveParent(program);
