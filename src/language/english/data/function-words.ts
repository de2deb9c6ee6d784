/**
 * Words that bind other words and have little meaning of their own, by what they do; a word may do several things.
 * Compiled by hand after the classes of Quirk et al., A Comprehensive Grammar of the English Language (1985).
 */
export const articles = `
a
an
the
`

export const demonstratives = `
that
these
this
those
`

export const possessives = `
her
his
its
my
our
their
your
`

export const quantifiers = `
all
another
any
both
each
every
few
many
most
no
several
some
`

export const prepositions = `
about
above
across
after
against
along
among
around
as
at
before
behind
below
beneath
beside
between
beyond
by
despite
down
during
for
from
in
inside
into
like
near
of
off
on
onto
out
outside
over
past
per
since
through
throughout
till
to
toward
towards
under
until
up
upon
via
with
within
without
`

export const coordinators = `
and
but
nor
or
so
yet
`

export const subordinators = `
although
because
if
since
that
though
unless
when
where
whereas
while
`

export const modals = `
can
cannot
could
may
might
must
shall
should
will
would
`

export const personalPronouns = `
he
him
i
it
me
she
them
they
us
we
you
`

export const relativePronouns = `
that
what
which
who
whom
whose
`

export const proForms = `
here
one
ones
there
`

export const functionAdverbs = `
already
also
always
even
ever
how
just
less
more
never
not
now
often
only
still
than
then
too
very
why
`
