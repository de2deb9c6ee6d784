/**
 * Numbers in words: cardinal, value and ordinal below a hundred; the scales that they are counted in, and what stands for
 * scales after digits (5 bn). Lakh and crore are those of India.
 */
export const numberWords = `
zero 0 zeroth
one 1 first
two 2 second
three 3 third
four 4 fourth
five 5 fifth
six 6 sixth
seven 7 seventh
eight 8 eighth
nine 9 ninth
ten 10 tenth
eleven 11 eleventh
twelve 12 twelfth
thirteen 13 thirteenth
fourteen 14 fourteenth
fifteen 15 fifteenth
sixteen 16 sixteenth
seventeen 17 seventeenth
eighteen 18 eighteenth
nineteen 19 nineteenth
twenty 20 twentieth
thirty 30 thirtieth
forty 40 fortieth
fifty 50 fiftieth
sixty 60 sixtieth
seventy 70 seventieth
eighty 80 eightieth
ninety 90 ninetieth
`

export const scaleWords = `
dozen 12
hundred 100
thousand 1000
lakh 100000
million 1000000
crore 10000000
billion 1000000000
trillion 1000000000000
`

export const scaleAbbreviations = `
grand 1000
k 1000
mln 1000000
mn 1000000
bn 1000000000
tn 1000000000000
`
