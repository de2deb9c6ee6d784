/**
 * Endings of two characters and more by which the name of a body (a committee, a company, a university) is known in a
 * text without a dictionary. `endings` also has those of one character, which need one. Source: written by hand for this purpose.
 */
export const bodyEndings = `
委员会
管理局
办公室
集团
公司
大学
学院
研究院
医院
协会
银行
`
