/**
 * One line per unit right below `$3` (per province without it), of sites that are not retired.
 * `$4`: today. @param inScope condition on `s` with parameters `$1` and `$2`
 */
export const rollUpSql = (inScope: string): string => `
  SELECT coalesce(s.unit_path[coalesce(array_position(s.unit_path, $3::uuid), 0) + 1], $3) AS "unitId",
    count(*)::int AS sites, round(avg(s.score), 1)::float8 AS score,
    (count(*) FILTER (WHERE s.state = 'ready'))::int AS ready,
    (count(*) FILTER (WHERE s.state = 'degraded'))::int AS degraded,
    (count(*) FILTER (WHERE s.state = 'draft'))::int AS draft,
    (count(*) FILTER (WHERE s.state = 'suspended'))::int AS suspended,
    coalesce(sum(late.items), 0)::int AS overdue
  FROM sites s
  LEFT JOIN checklists c ON c.province_id = s.unit_path[1]
  LEFT JOIN LATERAL (
    SELECT count(*)::int AS items FROM readiness_answers a
    WHERE a.site_id = s.id AND a.due_on < $4
      AND (a.result IN ('missing', 'fail') OR a.expires_on < $4)
      AND (c.items IS NULL OR c.items @> jsonb_build_array(jsonb_build_object('key', a.key)))
  ) late ON true
  WHERE ${inScope} AND s.state <> 'retired' AND ($3::uuid IS NULL OR s.unit_path @> ARRAY[$3::uuid])
  GROUP BY 1 LIMIT 1000`;
