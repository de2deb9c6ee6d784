/**
 * Words that title case leaves in small letters: articles, conjunctions and short prepositions, as both The Chicago
 * Manual of Style and New Hart’s Rules have them.
 */
export const titleCaseMinorWords = `
a
an
and
as
at
but
by
for
from
in
into
nor
of
off
on
onto
or
over
per
so
the
to
up
via
vs
with
yet
`
