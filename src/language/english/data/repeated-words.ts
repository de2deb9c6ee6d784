/**
 * Words that grammar can put twice in a row: he had had, that that is, what it is is. Source: The Cambridge Grammar of the
 * English Language, on perfect tenses, content clauses and clefts; compiled by hand.
 */
export const grammaticalRepetitions = `
do
had
is
that
`

/**
 * Function words that never make up a name of two like words (Yang Yang, Walla Walla): written twice, they are a slip,
 * even with capitals. Compiled by hand.
 */
export const neverDoubledInNames = `
a
an
and
are
as
at
be
by
for
from
in
is
it
of
on
or
that
the
to
was
were
with
`
