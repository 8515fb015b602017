/** Words that go with a person, in rows that stay; a column that is empty stays empty. */
interface Blanking {
  readonly table: string;
  /** Columns with the account's id: any of them makes it the person's row. */
  readonly whose: readonly string[];
  readonly columns: readonly string[];
}

/** Tables of which every row of the person goes. */
export const gone: readonly (readonly [table: string, column: string])[] = [
  ['feeds', 'user_id'],
  // They run no site any more.
  ['site_operators', 'user_id'],
  ['outgoing_mails', 'user_id'],
];

export const blanked: readonly Blanking[] = [
  // Entries hold guests' own names; what the person wrote when refusing one goes.
  { table: 'lobby_entries', whose: ['decided_by'], columns: ['reason'] },
  // That they were invited stays; why they did not come goes.
  { table: 'invitations', whose: ['user_id', 'answered_by'], columns: ['reason'] },
  // That the rules were read stays, without the name.
  { table: 'rules_acknowledgements', whose: ['user_id'], columns: ['name'] },
  // Seats, marks and numbers stay; whoever verifies the certificate learns no name any more.
  { table: 'registrations', whose: ['user_id'], columns: ['name', 'search'] },
  { table: 'certificates', whose: ['user_id'], columns: ['name', 'revoked_reason'] },
  // A note stays for the unit's sake; whom it names does not (the words are the author's to mind).
  { table: 'notes', whose: ['subject_id'], columns: ['subject_name', 'search'] },
];

/** What forgets the person `$1`; told twice it changes nothing. */
export const erasing: readonly string[] = [
  ...gone.map(([table, column]) => `DELETE FROM ${table} WHERE ${column} = $1`),
  ...blanked.map(
    ({ table, whose, columns }) =>
      `UPDATE ${table} SET ${columns.map((name) => `${name} = CASE WHEN ${name} IS NOT NULL THEN '…' END`).join(', ')}
       WHERE ${whose.map((column) => `${column} = $1`).join(' OR ')}`,
  ),
];
