import type { Check } from './check.ts'

/** An error if the segment has no English. */
export const targetEmpty: Check = ({ segment, target }) =>
  target.trim() === '' ? [{ code: 'target-empty', severity: 'error', segment, params: {} }] : []
