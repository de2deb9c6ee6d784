import { type Column, columns } from './columns.ts'

/** What offices call the columns of a glossary, in small letters and without blanks. */
const otherNames: { readonly [Name in Column]?: string } = {
  source:
    'chinese zh zh-cn zh-hans cn sourceterm 中文 汉语 简体中文 原文 源语 源语言 术语 词条 词语 中文术语 中文名称 中文名 中文表述 中文表达 中文词条 中文词语 汉语术语 原文术语 术语名称',
  preferred:
    'english en en-us en-gb target targetterm translation rendering 英文 英语 译文 译法 译名 英译 翻译 英文译名 英文译法 英文译文 英文术语 英文名称 英文名 英文翻译 英文表述 英文表达 英语译文 英语译名 参考译文 推荐译法 推荐译名 首选 首选译法 首选译名 规范译名 规范译法 标准译法 标准译名 对应英文',
  admitted:
    'alternative alternatives synonym synonyms variant variants 可用 可用译法 许用 备选 备选译法 备选译名 其他译法 其他译名 又译 别译 同义词',
  deprecated: '不推荐 不推荐译法 旧译 旧译法 慎用',
  forbidden: 'prohibited 禁用 禁用译法 禁用译名 禁译 误译 错误译法 不可用',
  status: '状态 术语状态',
  domain: 'subject subjectfield field category 领域 类别 分类 主题 专业 专业领域 学科',
  note: 'notes comment comments remark remarks 备注 注释 说明 附注',
  authority: 'reference 出处 来源 依据 权威来源 译文来源',
  'authority-body': '发布机构 发布单位 依据机构 来源机构',
  'authority-place': 'url link 网址 链接 何处可查 查找处',
  'public-note': '公开说明 对外说明',
  'authority-date': '出处日期 依据日期 来源日期',
  definition: '定义 释义',
  'part-of-speech': 'pos partofspeech 词性',
  'later-mention': '后文简称 再次提及',
  abbreviation: 'abbr acronym 缩写 缩略语 英文缩写',
}

const named: ReadonlyMap<string, Column> = new Map(
  columns.flatMap((column) =>
    [column, ...(otherNames[column]?.split(' ') ?? [])].map((name) => [name, column] as const),
  ),
)

/** The column that a heading names, in Chinese or English, with or without a remark in brackets; null for any other. */
export function columnNamed(heading: string): Column | null {
  const plain = heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_*:]/g, '')
  const [, before = '', inside = ''] = /^([^(]*)\(([^()]*)\)$/.exec(plain) ?? []
  return named.get(plain) ?? named.get(before) ?? named.get(inside) ?? null
}
