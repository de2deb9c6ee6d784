/**
 * Verbs that say that something is taken away, lessened, held up or made worse: official Chinese that does not say so is not
 * translated by them. A line: the verb. Drawn from general knowledge, and tried on three official reports.
 */
export const adverseVerbs = `
abandon
block
decrease
delay
deteriorate
discourage
hamper
hinder
ignore
impair
impede
neglect
obstruct
oppose
reduce
reject
shrink
suppress
undermine
weaken
worsen
`
