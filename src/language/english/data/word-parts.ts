/**
 * What English makes words of. Prefixes, those that also stand apart or with a hyphen with no other meaning marked "apart"
 * (bio-medicine; not over time); suffixes that any noun takes; second words of compounds that are written as one word or two
 * (health care); short first words of compounds written as one (inkjet). Compiled by hand.
 */
export const prefixes = `
agri apart
agro joined
anti apart
auto joined
bio apart
co apart
counter apart
cross joined
cyber apart
de joined
eco apart
electro apart
fluoro joined
geo apart
hydro apart
hyper joined
infra joined
inter apart
intra joined
mega joined
meta joined
micro apart
mid apart
mini apart
mis joined
mono joined
multi apart
nano apart
neuro joined
non apart
out joined
over joined
petro apart
photo apart
poly joined
post apart
pre apart
pseudo joined
psycho joined
re joined
self joined
semi apart
socio joined
sub joined
super apart
tele joined
thermo joined
trans joined
ultra joined
un joined
under joined
`

export const suffixes = `
ability
able
ee
ees
esque
fold
hood
less
like
ness
proof
s
ship
wide
wise
`

export const compoundSeconds = `
care
chain
force
house
land
line
maker
makers
making
place
side
site
sites
water
waters
way
ways
wide
`

export const compoundFirsts = `
air
big
bus
car
day
dry
eye
gas
hot
ink
job
key
low
mid
oil
red
sea
sky
sub
sun
tax
tea
top
toy
two
web
`
