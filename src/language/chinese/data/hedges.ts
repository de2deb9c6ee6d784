/**
 * Words before a numeral that say on which side of it the amount lies: 超过, over; 近, somewhat under; 约, about either
 * side. A line: the word and the side. Longer words first. Source: written by hand from reports and press conferences.
 */
export const hedges = `
超过 over
年过 over
多于 over
大约 about
大概 about
约为 about
将近 under
接近 under
不足 under
不到 under
近 under
约 about
超 over
逾 over
`
