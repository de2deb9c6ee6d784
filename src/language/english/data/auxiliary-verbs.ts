/**
 * The forms of the auxiliary verbs: the form, its verb, the number of its subject and its tense. "first": of I alone;
 * "any": of either number; "none": no finite form. The modals, which have one form, stand among the function words.
 */
export const auxiliaryVerbs = `
am be first present
are be plural present
be be none none
been be none none
being be none none
did do any past
do do plural present
does do singular present
had have any past
has have singular present
have have plural present
having have none none
is be singular present
was be singular past
were be plural past
`
