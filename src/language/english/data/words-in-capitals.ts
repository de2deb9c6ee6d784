/**
 * Words in capitals of which the letters do not tell whether they are read as a word (a NATO member) or letter by letter
 * (an HIV test). Those of the same article either way, and those without a vowel, need no line. By hand.
 */
export const wordsInCapitals = `
fao letters
fema word
fifa word
flu word
fly word
hipaa word
hiv letters
la letters
lan word
laser word
led letters
lidar word
ma letters
mers word
mit letters
nafta word
nasa word
nasdaq word
nato word
nimby word
radar word
raf letters
ram word
rom word
sar letters
sars word
she word
shy word
sim word
ski word
sky word
soe letters
sonar word
sos letters
spa word
spy word
suv letters
swat word
`
