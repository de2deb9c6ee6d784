/**
 * Nouns that are plural without an ending, and what one of them is called. Compiled by hand.
 */
export const pluralOnlyNouns = `
cattle cow
police officer
`
