/** Verbs that say that a value goes up. A line: the verb. By hand from official reports and news. */
export const risingVerbs = `
rise
grow
increase
climb
gain
raise
expand
jump
surge
boost
improve
lift
soar
swell
leap
rebound
widen
`

/** Other words that say so. A line: a word. */
export const risingNouns = `
growth
expansion
improvement
upturn
up
higher
hike
`

/** Verbs that say that a value goes down. A line: the verb. */
export const fallingVerbs = `
fall
drop
decline
decrease
reduce
cut
lower
shrink
slash
shorten
slump
trim
shed
slow
plunge
plummet
tumble
dwindle
diminish
lessen
narrow
`

/** Other words that say so. A line: a word. */
export const fallingNouns = `
reduction
reductions
contraction
downturn
down
fewer
less
`
