const numeral = '[一二三四五六七八九十百零〇]'

/**
 * How a line is numbered. `section`: 一、 or 第一章; `subsection`: （一） or 第一节, which head what follows when they
 * are short; `item`: 1. （1） ① 一是 第一， bullets and dashes, which are members of a list.
 */
export type Enumeration = 'section' | 'subsection' | 'item'

const forms: readonly (readonly [Enumeration, RegExp])[] = [
  ['section', new RegExp(`^(?:${numeral}{1,3}、(?!${numeral}|两)|第${numeral}{1,4}[编章部](?:分)?[\\s　、：:])`)],
  ['subsection', new RegExp(`^(?:[（(]${numeral}{1,3}[）)]|第${numeral}{1,4}节[\\s　、：:])`)],
  [
    'item',
    new RegExp(`^(?:其?${numeral}{1,3}(?:是|要|則|则是)|第${numeral}{1,3}[，,、：:]|第${numeral}{1,4}条[\\s　])`),
  ],
  ['item', /^\d{1,3}(?:[.．、]\s*(?!\d)|[)）])/],
  ['item', /^[（(]\d{1,3}[）)]/],
  ['item', /^[①-⑳⑴-⒇⒈-⒛]/],
  ['item', /^(?:[•●■◆▪□○◇★※►]|[-*·]\s|——|--)\s*(?=\S)/],
]

export function enumerationOf(line: string): Enumeration | null {
  const text = line.trimStart()
  return forms.find(([, form]) => form.test(text))?.[0] ?? null
}
