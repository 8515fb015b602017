/**
 * Ends with one clear sentence in each language.
 *
 * @param {string} vi
 * @param {string} en
 * @returns {never}
 */
export function fail(vi, en) {
  process.stderr.write(`✗ ${vi}\n  ${en}\n`);
  process.exit(1);
}
