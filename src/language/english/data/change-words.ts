/** Verbs that say that a value goes up. A line: the verb. By hand from official reports and news. */
export const risingVerbs = `
boost
climb
expand
gain
grow
improve
increase
jump
leap
lift
raise
rebound
rise
soar
surge
swell
widen
`

/** Other words that say so. A line: a word. */
export const risingNouns = `
expansion
growth
higher
hike
improvement
up
upturn
`

/** Verbs that say that a value goes down. A line: the verb. */
export const fallingVerbs = `
cut
decline
decrease
diminish
drop
dwindle
fall
lessen
lower
narrow
plummet
plunge
reduce
shed
shorten
shrink
slash
slow
slump
trim
tumble
`

/** Other words that say so. A line: a word. */
export const fallingNouns = `
contraction
down
downturn
fewer
less
reduction
reductions
`
