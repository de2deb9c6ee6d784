/** What counts or measures: a number before one of these is a quantity and no part of a name. */
export const measures = new Set(
  '个 项 条 批 种 次 家 位 名 座 件 所 年 月 日 天 周 时 分 秒 小时 分钟 周岁 岁 人 人次 万 亿 元 块 角 倍 成 % ％ ‰ 吨 公斤 千克 克 斤 米 公里 千米 里 毫米 厘米 平方米 平方公里 立方米 亩 公顷 千瓦 万千瓦 度 台 套 辆 艘 架 部 本 篇 册 张 把 支 只 头 匹 棵 株 颗 粒 片 面 间 栋 幢 层 户 口 处 场 届 期 轮 道 段 排 组 对 双 幅 句 字 页 步 遍 趟 顿 笔 份 类 点 余 多 来 几 ℃ 个百分点 标箱 床 代 级 号 路'.split(
    ' ',
  ),
)
