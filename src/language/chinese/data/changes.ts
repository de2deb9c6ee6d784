/** Verbs and nouns that say that a value goes up. A line: a word. By hand from official reports and news. */
export const risingWords = `
增长
增加
增多
新增
净增
猛增
激增
提高
提升
上升
上涨
上调
升高
攀升
跃升
走高
回升
扩大
增幅
增速
涨幅
升幅
增
涨
升
`

/** Verbs and nouns that say that a value goes down. A line: a word. */
export const fallingWords = `
下降
减少
降低
回落
下调
下跌
下滑
下挫
走低
缩短
缩小
缩减
收缩
萎缩
压减
压缩
压降
削减
消减
调减
降幅
减幅
跌幅
精简
收窄
减轻
裁减
减免
退出
降
减
跌
`

/** Words that hold such a character and say nothing of a change. A line: a word. */
export const notChangeWords = `
增值
增强
升级
降水
降雨
降雪
提升机
减灾
跌宕
升学
`

/**
 * Verbs with their object in one word, which say of a figure right behind them how far it goes, and of any other nothing.
 * A line: a word.
 */
export const changesWithObject = `
减税
减排
减负
减半
减产
减支
降费
降准
降息
降本
增收
增产
增支
增资
`

/** Words right before a figure that say that it is what is reached, not how far something goes. A line: a word. */
export const levelWords = `
达到
达
高达
多达
突破
超过
占
为
`
