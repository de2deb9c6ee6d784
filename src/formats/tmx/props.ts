/** Names of properties that translation memories keep the neighbours of a segment under, and ours for the origin. */
export const beforeProp = 'x-context-pre'
export const afterProp = 'x-context-post'
export const originProp = 'x-origin'
