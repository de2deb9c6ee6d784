/**
 * Nouns whose plural the regular spellings do not give: singular and plural, the usual one of official English first,
 * others after a slash. Compounds in -man and -woman follow theirs. Compiled by hand after Quirk et al. (1985), 5.79 ff.
 */
export const irregularNouns = `
addendum addenda
aircraft aircraft
alumnus alumni
appendix appendices
bacterium bacteria
calf calves
cargo cargoes
child children
consortium consortia
corps corps
criterion criteria
curriculum curricula
datum data
deer deer
echo echoes
embargo embargoes
foot feet
goose geese
half halves
hero heroes
hovercraft hovercraft
knife knives
leaf leaves
life lives
loaf loaves
man men
matrix matrices
medium media
memorandum memoranda
mouse mice
nucleus nuclei
ox oxen
person persons/people
phenomenon phenomena
potato potatoes
quiz quizzes
scarf scarves
series series
sheep sheep
shelf shelves
spacecraft spacecraft
species species
spectrum spectra
stimulus stimuli
stratum strata
symposium symposia
thief thieves
tomato tomatoes
tooth teeth
torpedo torpedoes
veto vetoes
wife wives
wolf wolves
woman women
`
