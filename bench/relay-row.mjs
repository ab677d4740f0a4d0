/**
 * A row of issue 9.
 * @param {string} name
 * @param {number} value
 * @param {string} unit
 * @param {number | null} bound
 * @param {import('./run.mjs').Row['better']} [better]
 * @returns {import('./run.mjs').Row}
 */
export function relayRow(name, value, unit, bound, better = 'lower') {
  return { issue: 9, name, value: Number(value.toPrecision(6)), unit, bound, better };
}
