/**
 * A row of issue 5.
 * @param {string} name
 * @param {number} value
 * @param {string} unit
 * @param {number | null} bound
 * @param {{ better?: import('./run.mjs').Row['better'], discarded?: number }} [note]
 * @returns {import('./run.mjs').Row}
 */
export function soundRow(name, value, unit, bound, { better = 'lower', discarded } = {}) {
  return { issue: 5, name, value: Number(value.toPrecision(6)), unit, bound, better, ...(discarded && { discarded }) };
}
