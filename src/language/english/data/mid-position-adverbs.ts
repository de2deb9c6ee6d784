/**
 * Adverbs that stand between a subject and its verb, or between the parts of a verb. Compiled by hand.
 */
export const midPositionAdverbs = `
actually
again
already
also
always
currently
even
fully
further
just
never
not
now
often
only
still
therefore
thus
usually
`
