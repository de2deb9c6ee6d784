/**
 * English words written with a full stop. A line: the word in lower case without its last stop, and whether a sentence may
 * end with it: `end` or `mid`. Those in `mid` stand before a name, a number or an example.
 */
export const abbreviations = `
a.m end
approx mid
apr mid
aug mid
c.f mid
capt mid
cf mid
cmdr mid
co end
col mid
corp end
cpl mid
dec mid
dept end
dr mid
e.g mid
est mid
etc end
feb mid
fig mid
gen mid
gov mid
hon mid
i.e mid
inc end
jan mid
jr end
jul mid
jun mid
lt mid
ltd end
maj mid
mar mid
messrs mid
mr mid
mrs mid
ms mid
no mid
nos mid
nov mid
oct mid
op mid
p.m end
pp mid
prof mid
pt mid
rep mid
rev mid
sen mid
sep mid
sept mid
sgt mid
sr end
st mid
u.k end
u.n end
u.s end
vol mid
vs mid
`
