import type { Check } from './check.ts'

/** An error where there is no English at all. */
export const targetEmpty: Check = ({ segment, target }) =>
  target.trim() === '' ? [{ code: 'target-empty', severity: 'error', segment, params: {} }] : []
