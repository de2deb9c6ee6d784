import * as measures from '../../language/chinese/measures.ts'
import { createLexicon } from '../number/lexicon.ts'

function words(list: string): [string, true][] {
  return list
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => [word, true])
}

/**
 * Words in which a numeral character is no number: adverbs and pronouns (一定, 十分), idioms (千方百计), places and
 * firms (三亚, 百度), weekdays. A numeral inside one is not read.
 */
export const nonNumbers = createLexicon(
  words(`
  一定 一切 一样 一般 一直 一些 一起 一旦 一致 一边 一旁 一味 一再 一向 一律 一概 一度 一带一路
  一带 一如既往 一方面 另一方面 一体化 一体 一下子 一下 一会儿 一会 一时 一时间 一同 一道 一齐 一共
  一经 一贯 一心 一番 一流 一线 一手 一举 一系列 一揽子 一站式 一站 一次性 一一 一股脑 一线城市 一丝
  一点 一点儿 一点点 一阵 一阵子 一群 一堆 一片 一连串 一番话 一口气 一瞬间 一刹那 一辈子 一生 一身
  一世 一路 一路上 一侧 一端 一眼 一头雾水 一落千丈 一体两翼 一视同仁 一目了然 一如 一概而论 一技之长
  一席之地 一帆风顺 一尘不染 一成不变 一言不发 一无所知 一无所有 一应俱全 一举一动 一模一样 一波三折
  一石二鸟 一箭双雕 一脉相承 一鸣惊人 一心一意 一蹴而就 一锤定音 一马当先 一丝不苟 一网打尽 一往无前
  一呼百应 一以贯之 统一 唯一 惟一 之一 万一 逐一 同一 单一 专一 合一 划一 归一 进一步 下一步 不一
  不一样 有一定 一帮 一汽 第六感 十分 十足 十字 十字路口 十全十美 十堰 十里八乡 十里洋场 流言四起 谣言四起 传言四起 战火四起 狼烟四起 烽烟四起 百姓 老百姓 百度 百货
  百科 百色 百合 百事 百老汇 百叶 百般 百忙 百战百胜 百花齐放 百家争鸣 百折不挠 百无聊赖 百年大计
  百里挑一 百慕大 百济 千方百计 千家万户 千千万万 千辛万苦 千万别 千万不要 千万要 千万不能 千里马
  千姿百态 千变万化 千载难逢 千军万马 千山万水 千丝万缕 千篇一律 千钧一发 千古 千万工程 千岛 千禧 千叶
  成千上万 成百上千 成千成万 万分 万能 万物 万象 万千 万众 万事 万达 万科 万圣节 万维网 万隆 万万
  万里长城 万宝路 万豪 万州 万家灯火 万古 万国 万无一失 万圣 亿万 三亚 三星 三明治 三明 三菱
  三鹿 三一重工 三门峡 三文鱼 三思 三心二意 三三两两 三番五次 三令五申 三缺一 三级片 三国演义 三联 三洋
  三藩市 再三 三井 三鲜 三沙 三宝垄 三木 三原则 四川 四周 四面八方 四面 四通八达 四平
  四合院 四海 四邻 四旬 四分五裂 五角大楼 五金 五谷 五粮液 五花八门 五彩 五颜六色 五湖四海
  五大湖 五环旗 五常 五一 五四运动 五四 五指山 五台山 五味 五脏 五矿 五笔 六安 六盘水 六本木 六合
  六一 六神 七夕 七匹狼 七七八八 七喜 七嘴八舌 八卦 八达岭 八路军 八一 八仙 八成新 九江 九龙 九寨沟
  九州 九华山 九泉 九三学社 九霄 九鼎 九一八 二手 二维码 二维 二奶 二次元 二氧化碳 二氧化硫 二氧化氮
  二氧化 二话 二郎 二胡 二进制 己二腈 二手车 二手房 不二 二噁英 二甲 二连 三氧化 一氧化 四氯化 五氧化
  三聚氰胺 三氯 二恶英 双一流 双十 两栖 两广 两汉 两湖 两难 两全其美 两口子
  接二连三 丢三落四 颠三倒四 低三下四 不三不四 朝三暮四 张三 李四 王五 乱七八糟 七上八下 横七竖八
  杂七杂八 说一不二 独一无二 数一数二 举一反三 略知一二 挂一漏万 以一当十 九牛一毛 九死一生 十有八九
  八九不离十 事半功倍 半途而废 一知半解 零售 零件 零部件 零食 零星 零散 零距离 零和 零钱 零碎 凋零
  归零 飘零 从零 零工 零担 千斤顶 数码 数字 数据 数量 数目 数学 数值 数额 多数 少数 总数 次数 人数
  指数 无数 倍数 大多数 绝大多数 岁数 系数 分数 参数 得分数 几乎 几何 几率 几内亚 几点 茶几 无几
  法兰克福 三千里 万岁 十里堡 百灵 百万庄 千人计划 万人空巷 万户 铁三角 金三角 长三角 珠三角
  双刃剑 胡说八道 货比三家 金砖四国 金砖五国 三元锂 三元材料 三元催化 三元正极 三元朱 三元桥 三振 三垒 二垒 一垒 四分卫
  铁人三项 零组件 四人四球 四人两球 四人一球 一刀切 一把手 一窝蜂 一盘棋 一张蓝图 一竿子 一条龙 一锅端 零下 百分比 百分率 百分制 退一步
  退一万步 技惊四座 语惊四座
  三台县 五台县 七台河 六枝 三水区 四会市 九台区 五河县 三原县 八步区 五华县 三河市 五莲县 六合区 双流区 千阳县 万年县 万载县 万荣县 百泉
  `),
)

/** Words whose numeral does count, but so lightly that English often says it otherwise: read, and soft. */
export const softWords = createLexicon(
  words(`
  十里 四季 三轮 四轮 三角 三农 四驱 四处 四方 八方 四肢 五官 两岸 两会 两院 两国 两性 两极 两旁 两侧 两边 两端 两者
  第一时间 第一手 第三方 第三者 第三产业 第三世界 第二年 第二天 第二日 三甲 三级跳 二元 二人转 二胎 二孩 三脚架 三剑客 两翼
  三分球 三分线 二次 二人 二重唱 三重唱 二重奏 三重奏 四重奏 七国集团 八国集团 二十国集团
  四边形 五边形 六边形 八边形 三方 三分法
  `),
)

/** Names that say a number in both languages: the Three Gorges. */
export const numberNames = createLexicon(words('三峡 三伏 三包 五星红旗 五星级 两弹一星'))

const dayOfWeek = /(?:周|星期|礼拜)([一二三四五六日天])/y

/** 周三, 星期五: the numeral names a day. 每周三次 counts times. Gives the end of the word, or undefined. */
export function weekdayAt(text: string, at: number): number | undefined {
  dayOfWeek.lastIndex = at
  if (!dayOfWeek.test(text)) return undefined
  const to = dayOfWeek.lastIndex
  if (/[一二三四五六七八九十两\d]/.test(text.charAt(at - 1))) return undefined
  return /[十百千万个次天年月小]/.test(text.charAt(to)) ? undefined : to
}

/** Classifiers and counted nouns after which a Chinese numeral is surely a number. */
export const classifiers = createLexicon(measures.classifiers.map((word) => [word, true] as const))

/** Classifiers that make an ordinal of 首: 首批, 首个. 首都 and 首席 are words. */
export const firstOf = createLexicon(measures.countedFirst.map((word) => [word, true] as const))

/** What may stand before a numeral and hedge it, longest first by the lexicon of their last characters. */
export const hedgesBefore: readonly (readonly [string, 'over' | 'under' | 'about'])[] = [
  ['超过', 'over'],
  ['年过', 'over'],
  ['多于', 'over'],
  ['大约', 'about'],
  ['大概', 'about'],
  ['约为', 'about'],
  ['将近', 'under'],
  ['接近', 'under'],
  ['不足', 'under'],
  ['不到', 'under'],
  ['近', 'under'],
  ['约', 'about'],
  ['超', 'over'],
  ['逾', 'over'],
]
