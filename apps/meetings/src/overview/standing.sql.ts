/**
 * How the sites of a meeting stand with their checks, one row of figures: `os` sites, `c` their checks, `t` the tests.
 * What was passed with something faulty or absent is yellow, as on the board of checks.
 */
export const standingFigures = `count(*)::int AS sites,
  (count(*) FILTER (WHERE c.passed AND NOT ${remarks()}))::int AS green,
  (count(*) FILTER (WHERE c.passed AND ${remarks()}))::int AS yellow,
  (count(*) FILTER (WHERE ${isRed()}))::int AS red,
  (count(*) FILTER (WHERE c.passed IS NOT TRUE AND ${isRed()} IS NOT TRUE))::int AS silent`;

/** The tables of {@link standingFigures}, from `occurrence_sites os` on. */
export const checksOfSites = `LEFT JOIN connection_checks c
    ON c.occurrence_id = os.occurrence_id AND c.site_id = os.site_id
  LEFT JOIN device_tests t ON t.id = c.test_id`;

export function isRed(): string {
  return `c.state IN ('fail', 'retest')`;
}

function remarks(): string {
  return `coalesce(jsonb_path_exists(t.items, '$[*] ? (@.answer != "ok")'), false)`;
}
