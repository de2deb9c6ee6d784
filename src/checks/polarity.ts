import { mayExpress, type Polarity, plainDenialsIn } from '../language/chinese/polarity.ts'
import { contraries } from '../language/data/contraries.ts'
import { anyDenial, clearlySaid, deniedBefore } from '../language/english/polarity.ts'
import { entriesOf } from '../language/lists.ts'
import type { FindingCode, Span } from '../model/finding.ts'
import type { Check } from './check.ts'

const codes: Readonly<Record<Polarity, FindingCode>> = {
  denial: 'negation-added',
  possibility: 'possibility-added',
  adversity: 'adverse-added',
}

/**
 * English that denies, leaves open, or takes away what nothing in the Chinese does: a note, to look there first. On 1,640
 * right sentences of official reports thirteen are pointed at.
 */
export const polarity: Check = ({ segment, source, target }) =>
  clearlySaid.flatMap(([kind, pattern]) => {
    if (mayExpress(source, kind) || (kind === 'denial' && deniesContrary(source, target))) return []
    const found = pattern.exec(target)
    if (found === null) return []
    const { 0: word, index: from } = found
    return [
      {
        code: codes[kind],
        severity: 'note',
        segment,
        target: { from, to: from + word.length },
        params: { en: word },
      },
    ]
  })

/** 还不完善 as "still needs to be improved", 不负重托 as "live up to the trust". */
const lacking = /还不|不够|不足|不负|不辱|辜负/gu
const needed =
  /\b(?:liv(?:e|es|ing) up to|needs? (?:to be|further|more|strengthening|improvement)|remains? to be|yet to)\b/giu

/**
 * Fewer denials in the English than plain ones in the Chinese, or what one denies without its denial: a note. On 1,640 right
 * sentences of official reports seven are pointed at.
 */
export const negationMissing: Check = ({ segment, source, target }) => {
  const contrary = contraryIn(source, target)
  if (contrary !== null) {
    const zh = source.slice(contrary.from, contrary.to)
    return [{ code: 'negation-missing', severity: 'note', segment, source: contrary, params: { zh } }]
  }
  const denials = plainDenialsIn(source)
  const first = denials[0]
  if (first === undefined) return []
  const english = (target.match(anyDenial) ?? []).filter(
    (word) => !(source.includes('非') && /^non/iu.test(word)),
  ).length
  const asNeeds = Math.min(source.match(lacking)?.length ?? 0, target.match(needed)?.length ?? 0)
  if (denials.length <= english + asNeeds) return []
  const zh = denials.map(({ from, to }) => source.slice(from, to)).join('、')
  return [{ code: 'negation-missing', severity: 'note', segment, source: first, params: { zh } }]
}

const firm = rowsBy(contraries)

function rowsBy(list: string): readonly (readonly [chinese: RegExp, english: RegExp])[] {
  return entriesOf(list).map((line) => {
    const [chinese = '', english = ''] = line.split(' ; ')
    return [new RegExp(chinese, 'u'), new RegExp(`\\b(?:${english})\\b(?! not\\b)`, 'iu')]
  })
}

/** 铭记 as "never forget". */
function deniesContrary(source: string, target: string): boolean {
  return firm.some(([chinese, english]) => chinese.test(source) && english.test(target))
}

/** The Chinese of which the English says the contrary, without a denial before it in its sentence. */
function contraryIn(source: string, target: string): Span | null {
  for (const [chinese, english] of firm) {
    const found = chinese.exec(source)
    const said = found && english.exec(target)
    if (found && said && !deniedBefore.test(target.slice(0, said.index)))
      return { from: found.index, to: found.index + found[0].length }
  }
  return null
}
