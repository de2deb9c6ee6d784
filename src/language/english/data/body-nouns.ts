/**
 * Nouns at the head of the English name of a body: National Health Commission, Bank of China. Compiled by hand from the
 * official English names of bodies.
 */
export const bodyNouns = `
academy
administration
association
bank
bureau
college
commission
committee
company
corporation
group
hospital
institute
office
university
`

/** Words in small letters that join the parts of such a name: National Bureau of Statistics. */
export const bodyNameLinks = `
and
for
of
on
the
`
