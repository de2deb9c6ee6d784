/** Those whom an open sentence may wait for. */
export const turns = ['translator', 'reviser'] as const
export type Turn = (typeof turns)[number]
