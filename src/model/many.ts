/** What is done to many segments at once. `approve` is revising or accepting, whichever is the person's part. */
export const manyActs = ['translate', 'approve', 'return', 'reopen', 'discard-draft', 'copy-source'] as const
export type ManyAct = (typeof manyActs)[number]
