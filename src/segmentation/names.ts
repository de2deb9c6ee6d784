/**
 * Chinese personal names by their form: a surname of the common stock and one or two characters more. The form alone
 * proves nothing (任务 and 高标准 have it too): who takes a label for a name wants a further sign.
 */
const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝' +
  '劉陳楊黃趙吳孫馬鄭謝許韓馮鄧蕭蔣葉蘇魏呂薑鍾譚陸範賈韋鄒陸龍陶黎賀顧龔錢嚴湯溫莊聶魯關蘭齊喬龐顏歐單閆'
const compound = '欧阳|歐陽|上官|司马|司馬|诸葛|諸葛|夏侯|皇甫|尉迟|公孙|慕容|令狐|宇文|长孙|司徒|东方|独孤|南宫|端木'

/** Words of official prose that have the form of a name and stand before a colon. */
const topics = new Set(
  '任务 时间 方法 方向 方面 方案 方式 项目 金融 水利 经验 成绩 成效 成果 安全 安排 文化 文旅 农业 农村 高度 高速 高标准 高质量 高水平 高效率 路径 路线 包括 包含 安全感 和谐 平安 明确 全面 全力 全市 全省 管理 管理上 关键 关于 时效 时限 连续 连片 向上 向外 应急 应对 解决 解读 项目上 项目化 单位 单项 应用 商贸 商业 师资 车辆 简介 简言之 万企 万亩 应急管理 司法 古镇 华侨 全链条 全过程 明确了 成立 成本 和美 宁可 左右 向往 米粮 文明 文物 安居 康养 康复 温馨 温暖 夏季 秦岭 金秋 石油 田园 林业 林长制 高铁 唐代 宋代 汉代 明代 江河 白天 雷电 万物 严管理 严要求 严标准 钱款 时代 华夏 党建 党组织 党员 荣誉 冷链 景区 景点 席位 卫生 边境 商务 沙漠 路网 游客 蓝天 管网 管护 房屋 项目库'.split(
    ' ',
  ),
)

const han = '\\p{Script=Han}'
/** A Chinese name of two to four characters; two-character names may be set apart by a space (王　磊). */
export const namePattern = `(?:(?:${compound})${han}{1,2}|[${surnames}](?:${han}{1,2}|[ \\u3000]{1,2}${han}))`

/** Titles of office, as they end: 副市长, 党组书记, 新闻发言人. */
export const titlePattern =
  '(?:书记|市长|县长|区长|省长|州长|盟长|旗长|镇长|乡长|部长|局长|厅长|主任|主席|院长|校长|处长|司长|科长|会长|理事长|董事长|总经理|总裁|秘书长|发言人|专员|所长|站长|支队长|总队长|行长|馆长|台长|社长|总编辑|总工程师|工程师|教授|研究员|院士|调研员|负责人|常委|先生|女士|主持人|書記|市長|縣長|區長|局長|主任|發言人|負責人|主持人)'

const dotted = new RegExp(`^${han}{1,8}(?:[·•・]${han}{1,8}){1,3}$`, 'u')
const latin = /^[A-Z][\p{L}.'’-]{1,20}(?: [A-Z][\p{L}.'’-]{0,20}){0,3}$/u
const chinese = new RegExp(`^${namePattern}$`, 'u')
/** Words of saying: 张三说 is no name. */
const saying = /(?:[说问称答讲道曰]|表示|介绍|指出|强调|认为)$/

export function hasFormOfName(text: string): boolean {
  if (dotted.test(text) || latin.test(text)) return true
  return chinese.test(text) && !saying.test(text) && !topics.has(text)
}

const afterTitle = new RegExp(`${titlePattern}[ \\u3000]?((?:[${han}·]{2,12}[、和,，]){0,9}[${han}·]{2,12})`, 'gu')

/** Beginnings of what stands after titles in a text (副市长许红兵、史晓天): a name among them is known to be one. */
export function namesAfterTitles(text: string): ReadonlySet<string> {
  const names = new Set<string>()
  for (const match of text.matchAll(afterTitle)) {
    for (const word of (match[1] ?? '').split(/[、和,，]/)) {
      for (let length = 2; length <= 4; length++) names.add(word.slice(0, length))
      names.add(word)
    }
  }
  return names
}
