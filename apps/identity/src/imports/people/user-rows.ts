import type { EntityManager } from 'typeorm';
import { NamesService } from '../../users/names.service.js';
import type { ChangedPerson, NewPerson } from './person-row.js';
import type { UserNameAllotment } from './user-name-allotment.js';

const naming = new NamesService();

/** Inserts those whose code and user name nobody has taken meanwhile. */
export async function insertUsers(
  manager: EntityManager,
  kind: 'staff' | 'student',
  people: readonly NewPerson[],
  names: UserNameAllotment,
): Promise<{ made: NewPerson[]; userNames: ReadonlyMap<string, string> }> {
  // Two imports of the same people then wait for each other in the same order, not in a circle.
  const ordered = people.toSorted((a, b) => (codeOf(a) < codeOf(b) ? -1 : 1));
  const wishes = ordered.map(({ item, unit }) =>
    naming.userNameWish(item.values['fullName'] ?? '', unit.code),
  );
  const userNames = await names.allot(manager, wishes);
  const column = (of: (person: NewPerson, i: number) => string | null) => ordered.map(of);
  const rows = await manager.query<{ id: string }[]>(
    `INSERT INTO users (id, user_name, display_name, unit_id, code, search, sort_name, email, phone, birth_date, kind, state)
     SELECT person.*, $11::text, 'invited'
     FROM unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[],
                 $9::text[], $10::date[]) AS person
     ON CONFLICT DO NOTHING RETURNING id`,
    [
      column(({ id }) => id),
      userNames,
      column(nameOf),
      column(({ unit }) => unit.id),
      column(codeOf),
      column((person, i) => naming.searchText(nameOf(person), userNames[i], codeOf(person))),
      column((person) => naming.sortKey(nameOf(person))),
      column(({ item }) => item.values['email'] ?? null),
      column(({ item }) => item.values['phone'] ?? null),
      column(({ item }) => item.values['birthDate'] ?? null),
      kind,
    ],
  );
  const made = new Set(rows.map(({ id }) => id));
  return {
    made: ordered.filter(({ id }) => made.has(id)),
    userNames: new Map(ordered.map(({ id }, i) => [id, userNames[i] ?? ''])),
  };
}

const nameOf = ({ item }: Pick<NewPerson, 'item'>): string => item.values['fullName'] ?? '';
const codeOf = ({ item }: Pick<NewPerson, 'item'>): string => item.values['code'] ?? '';

/** What a row does not say stays. */
export async function updateUsers(manager: EntityManager, people: readonly ChangedPerson[]): Promise<void> {
  const column = (of: (person: ChangedPerson) => string | null) => people.map(of);
  const name = ({ item, known }: ChangedPerson) => item.values['fullName'] ?? known.fullName;
  await manager.query(
    `UPDATE users SET display_name = person.name, search = person.search, sort_name = person.sort_name,
            unit_id = person.unit_id, email = coalesce(person.email, users.email),
            phone = coalesce(person.phone, users.phone), birth_date = coalesce(person.birth_date, users.birth_date),
            version = version + 1
     FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::uuid[], $6::text[], $7::text[], $8::date[])
       AS person (id, name, search, sort_name, unit_id, email, phone, birth_date)
     WHERE users.id = person.id`,
    [
      column(({ known }) => known.id),
      column(name),
      column((person) => naming.searchText(name(person), person.known.userName, person.known.code)),
      column((person) => naming.sortKey(name(person))),
      column(({ unit }) => unit.id),
      column(({ item }) => item.values['email'] ?? null),
      column(({ item }) => item.values['phone'] ?? null),
      column(({ item }) => item.values['birthDate'] ?? null),
    ],
  );
}
