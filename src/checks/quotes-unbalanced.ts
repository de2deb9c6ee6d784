import type { Check } from './check.ts'
import { createLoneMarks, type Lone, unbalanced } from './lone-marks.ts'

const loneDouble = /* @__PURE__ */ createLoneMarks({ open: { '“': 'double' }, close: { '”': 'double' } })
const loneChinese = /* @__PURE__ */ createLoneMarks({
  open: { '“': 'double', '「': 'corner' },
  close: { '”': 'double', '」': 'corner' },
})

/**
 * Quotation marks without their partner: curly ones by nesting, straight ones by whether their number is even. Of
 * single marks only an opening one can be reported, since the closing one is also the apostrophe.
 */
export const quotesUnbalanced: Check = ({ segment, source, target }) => {
  const lone = [...loneDouble(target, () => false), ...loneStraight(target), ...loneSingle(target)]
  const inSource = [...loneChinese(source, () => false), ...loneStraight(source)]
  return unbalanced('quotes-unbalanced', segment, inSource, lone, (mark) => mark !== '”' && mark !== '」')
}

/** The last straight mark, if their number is odd both with and without those after a digit, which may mean inches. */
function loneStraight(text: string): readonly Lone[] {
  const marks = [...text.matchAll(/"/g)]
  const apart = marks.filter(({ index }) => !/\d/.test(text[index - 1] ?? ''))
  const last = apart.at(-1)
  return last === undefined || marks.length % 2 === 0 || apart.length % 2 === 0 ? [] : [{ mark: '"', at: last.index }]
}

function loneSingle(text: string): readonly Lone[] {
  const last = text.lastIndexOf('‘')
  return last !== -1 && text.indexOf('’', last) === -1 ? [{ mark: '‘', at: last }] : []
}
