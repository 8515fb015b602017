import type { EntityManager } from 'typeorm';

interface Version {
  readonly unit: string;
  readonly from: string;
  readonly to: string | null;
  readonly parent: string | null;
  readonly state: string;
  readonly code: string;
}

interface Present {
  readonly id: string;
  readonly path: string[];
  readonly parent: string | null;
  readonly state: string;
  readonly code: string;
  readonly name: string;
}

/**
 * I1–I3 as the tables have them, by other means than the service's own.
 * @param unitIds the units of both provinces
 * @param day what `units` is to be like: that of today, or the end of all days once everything took effect
 * @returns what is broken, in words; nothing when all is well
 */
export async function broken(
  manager: EntityManager,
  unitIds: readonly string[],
  day: string,
): Promise<string[]> {
  const versions = await manager.query<Version[]>(
    `SELECT unit_id AS unit, valid_from::text AS "from", valid_to::text AS "to", parent_id AS parent, state, code
     FROM unit_versions WHERE unit_id = ANY ($1) AND valid_to IS DISTINCT FROM valid_from ORDER BY valid_from`,
    [unitIds],
  );
  const present = await manager.query<Present[]>(
    'SELECT id, path, parent_id AS parent, state, code, name FROM units WHERE id = ANY ($1)',
    [unitIds],
  );
  const [people] = await manager.query<[{ all: number; stuck: number }]>(
    `SELECT count(*)::int AS all, (count(*) FILTER (WHERE unit.state = 'closed'))::int AS stuck
     FROM users JOIN units unit ON unit.id = users.unit_id WHERE unit.id = ANY ($1)`,
    [unitIds],
  );
  return [
    ...treesBroken(versions),
    ...gaps(versions),
    ...presentBroken(present, versions, day),
    ...(people.all === 10 ? [] : [`I2: of 10 people ${people.all} are left`]),
    ...(people.stuck === 0 ? [] : [`I3: ${people.stuck} people sit in closed units`]),
  ];
}

const valid = ({ from, to }: Version, day: string) => from <= day && (to === null || day < to);

/** On every day on which anything begins: one parent, that one open, and a way up to a root. */
function treesBroken(versions: readonly Version[]): string[] {
  const days = [...new Set(versions.map(({ from }) => from))];
  return days.flatMap((day) => {
    const there = versions.filter((version) => valid(version, day));
    const byUnit = new Map(there.map((version) => [version.unit, version]));
    const twice = there.length === byUnit.size ? [] : [`I1: ${day}: a unit is two things at once`];
    return [...twice, ...there.flatMap((version) => placeBroken(version, byUnit, day))];
  });
}

function placeBroken(version: Version, tree: ReadonlyMap<string, Version>, day: string): string[] {
  let above: Version | undefined = version;
  for (let step = 0; above?.parent != null; step++) {
    if (step > 50) return [`I1: ${day}: ${version.unit} lies below itself`];
    above = tree.get(above.parent);
  }
  if (!above) return [`I1: ${day}: above ${version.unit} there is a unit that does not exist`];
  const parent = version.parent === null ? undefined : tree.get(version.parent);
  return version.state === 'active' && parent?.state === 'closed'
    ? [`I3: ${day}: ${version.unit} is open below a closed unit`]
    : [];
}

function gaps(versions: readonly Version[]): string[] {
  const ends = new Map<string, string | null>();
  return versions.flatMap(({ unit, from, to }) => {
    const end = ends.get(unit);
    ends.set(unit, to);
    return end === undefined || end === from ? [] : [`I2: the history of ${unit} has a gap at ${from}`];
  });
}

/** `units` says what the history says of the day, paths follow parents, codes are one of a kind in a province. */
function presentBroken(present: readonly Present[], versions: readonly Version[], day: string): string[] {
  const codes = present.map(({ path, code }) => `${path[0]} ${code}`);
  const paths = new Map(present.map(({ id, path }) => [id, path]));
  return [
    ...(new Set(codes).size === codes.length ? [] : ['a code stands twice in a province']),
    ...present.flatMap(({ id, path, parent, state, code }) => {
      const version = versions.find((one) => one.unit === id && valid(one, day));
      const wanted = [...(parent === null ? [] : (paths.get(parent) ?? ['nowhere'])), id];
      if (path.join() !== wanted.join()) return [`the path of ${id} is not that of its parent`];
      if (!version) return state === 'planned' ? [] : [`${id} is ${state} without a history`];
      const same = version.state === state && version.parent === parent && version.code === code;
      return same ? [] : [`${id} is not what its history says for ${day}`];
    }),
  ];
}
