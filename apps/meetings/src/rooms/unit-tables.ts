/** Tables with `unit_id, unit_path, unit_name`: copies of what identity knows of the unit that owns a row. */
export const ownedTables: readonly string[] = [
  'sites',
  'plans',
  'series',
  'occurrences',
  'agenda_items',
  'checklist_items',
  'room_rules',
  'feeds',
  'annual_reports',
  'reviews',
  'review_answers',
  'notes',
  'feedback',
  'check_policies',
  'trials',
  'trial_units',
  'trainings',
  'registrations',
];

/** Tables with `unit_id, unit_path` alone. */
export const placedTables: readonly string[] = ['files'];
