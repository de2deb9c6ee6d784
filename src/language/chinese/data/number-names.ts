/**
 * Names that say a number in both languages: 三峡 is the Three Gorges. One a line, in order of code points. Source: met in
 * news and official reports.
 */
export const numberNames = `
三伏
三包
三峡
两弹一星
五星红旗
五星级
`
