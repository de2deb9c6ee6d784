/**
 * What may stand for "not" in English. A line: a word or character. Wide, since whoever reads no denial in the Chinese calls
 * the English wrong: 难 and 免 are "cannot be" and "not have to", 缺 and 少 "not have".
 */
export const denials = `
不
未
没
无
無
非
勿
莫
禁
否
拒
难
免
缺
少
零
严控
防止
避免
杜绝
停止
取消
`

/** What may stand for "may", "might" or "could". A line: a word or character. */
export const possibilities = `
可
或
许
允
会
能
若
如
五月
`

/** What may stand for a verb that takes away, lessens, holds up or makes worse. A line: a character. */
export const adversities = `
阻
碍
削
弱
反
缩
弃
拦
拒
忽
漠
抑
恶
降
减
低
限
压
窄
慢
迟
延
退
淘
汰
破
防
控
困
难
差
下
少
收
缓
停
禁
轻
省
节
小
瘦
简
断
撤
消
免
裁
堵
遏
解
化
短
逆
去
损
害
`

/**
 * What denies so plainly that English denies, too. A line: a word. Narrow, since whoever finds no denial in the English calls
 * it wrong: 不 alone is in many words that deny nothing. Source: official reports and their English.
 */
export const plainDenials = `
决不
绝不
万不
均不
都不
也不
就不
更不
还不
并不
切不
而不
不得
不能
不要
不许
不准
不可
不会
不是
不到位
不作为
不够
不高
不强
不符合
不负
不干
不易
不规范
不公正
不足
不误
没有
未
禁止
严禁
无授权
无法律
`

/** Words in which those deny nothing, or twice. A line: a word. */
export const notDenials = `
不得不
不能不
不可或缺
不可避免
而不舍
未来
未成年
`
