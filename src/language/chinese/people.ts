import type { Span } from '../../model/finding.ts'

/** A person named in a Chinese text by family name and given name. */
export interface Person extends Span {
  readonly name: string
}

const compound =
  '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 令狐 轩辕 呼延'.split(
    ' ',
  )
const single = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁房屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝封官谈匡鞠惠荆乐冀郁胥南班储栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻厉仝蔚盖朴区',
)

/** How many characters of a name are the family's; 0 where it begins with none. */
export function familyLength(name: string): number {
  if (compound.some((family) => name.startsWith(family)) && name.length > 2) return 2
  return single.has(name[0] ?? '') ? 1 : 0
}

const titles =
  '书记|市长|县长|区长|省长|州长|镇长|乡长|村长|主任|局长|厅长|部长|处长|科长|院长|校长|所长|行长|会长|秘书长|董事长|总经理|经理|主席|总理|总统|委员|代表|教授|院士|博士|医生|记者|主持人|发言人|负责人|同志'
const han = '[\\u3400-\\u9fff]'
const edge =
  '(?=[，,、。；;：:？?！!（(）)\\s”》]|$|逐一|分别|表示|介绍|指出|强调|回答|出席|主持|到会|到场|讲话|发言|致辞|参加|会见|会谈|宣布|认为|告诉|接受|带领|一行|同志|先生|女士|等|说|在|就|对|率)'
const labelled = new RegExp(`^(${han}{2,4})[：:]`)
const titled = new RegExp(`(?:${titles})(${han}{2,4}?)${edge}`, 'g')
const continued = new RegExp(`[、和与](${han}{2,4}?)${edge}`, 'y')

/** Words in which a title is followed by what only looks like a name. */
const noName =
  /[的了是在有不就都把被及从到等们]|^(?:任何|何时|高度|高质|成为|应当|明确|全面|严格|方面|文件|安全|时间|常务|关于|于是|和平|连续|成立|温暖|易地|平安)/

/**
 * The people a text names, known by their shape: who speaks at the beginning of a paragraph (程望舒：), a name after a
 * title (市长程望舒), and those listed after it (副市长顾砚秋、陆青禾). A name begins with a family name; what cannot be told
 * from other words is left out.
 */
export function peopleIn(source: string): readonly Person[] {
  const people: Person[] = []
  const label = labelled.exec(source)?.[1]
  if (label !== undefined && isName(label)) people.push({ name: label, from: 0, to: label.length })
  for (const match of source.matchAll(titled)) {
    let name = match[1] as string
    let from = match.index + match[0].length - name.length
    while (isName(name)) {
      people.push({ name, from, to: from + name.length })
      continued.lastIndex = from + name.length
      const next = continued.exec(source)
      if (next === null) break
      name = next[1] as string
      from = next.index + 1
    }
  }
  return people
}

function isName(name: string): boolean {
  const family = familyLength(name)
  const given = name.length - family
  return family > 0 && (given === 1 || given === 2) && !noName.test(name) && !new RegExp(`(?:${titles})`).test(name)
}
