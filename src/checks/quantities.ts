import type { Finding, FindingCode } from '../model/finding.ts'
import type { HouseStyle } from '../model/house-style.ts'
import type { Quantity } from '../model/quantity.ts'
import { remembering } from '../model/remembering.ts'
import { type Contradiction, contradictionsAround } from '../quantities/around/compare.ts'
import { type Exchange, exchanges } from '../quantities/around/order.ts'
import type { Agreement } from '../quantities/compare/compare.ts'
import { equals } from '../quantities/number/rational.ts'
import { writeEnglish } from '../quantities/write/english.ts'
import type { Check, SegmentContext } from './check.ts'
import { quantitiesOf } from './segment-quantities.ts'

const codes: Readonly<Record<Agreement['verdict'], FindingCode | null>> = {
  same: null,
  missing: 'quantity-missing',
  changed: 'quantity-changed',
  added: 'quantity-added',
}

/** Numbers compared by value: those that the English changed, dropped or added. The comparison sets the severity. */
export const quantities: Check = (context) => {
  const { agreements } = quantitiesOf(context)
  const each = agreements.flatMap((agreement) => [
    ...(isListed(context, agreement) ? [] : findingsOf(context, agreement)),
    ...findingsAround(context, agreement),
  ])
  return [
    ...each,
    ...multipliedOtherwise(context, agreements),
    ...exchanges(agreements).map((exchange) => findingOfExchange(context, exchange)),
  ]
}

/** 四省 where English names each of the four. */
function isListed(context: SegmentContext, { verdict, zh }: Agreement): boolean {
  if (verdict !== 'missing' || zh === undefined || zh.digits || zh.value.type !== 'number') return false
  const { numerator, denominator } = zh.value.number
  if (denominator !== 1n || numerator < 3n || numerator > 10n) return false
  return namesBeforeLast(context).most >= Number(numerator - 1n)
}

/** Names in a row, with "and" and a capital behind them. No more names than nine and no longer words, so that time grows with length alone. */
const namesInRow = /(?:\p{Lu}[\p{L}-]{1,40}(?: \p{Lu}[\p{L}-]{1,40}){0,3}, ){1,9}and (?=\p{Lu})/gu

/** How many names the longest row of the English has before its last, read once however many numbers are asked about. */
const namesBeforeLast = /* @__PURE__ */ remembering(({ target }: SegmentContext) => ({
  most: Math.max(0, ...(target.match(namesInRow) ?? []).map((row) => row.split(', ').length - 1)),
}))

/**
 * A part or a multiple that has another in its place: half for a quarter, doubled for halved. English may say each of them
 * in many ways, so that one alone is not missed; but where either language has just one that the other lacks, they are meant
 * to be the same.
 */
function multipliedOtherwise(context: SegmentContext, agreements: readonly Agreement[]): readonly Finding[] {
  const alone = agreements.filter(
    ({ severity, zh, en }) => severity === null && (zh === undefined) !== (en === undefined),
  )
  const missing = alone.flatMap(({ zh }) => (zh !== undefined && isShare(zh) ? [zh] : []))
  const added = alone.flatMap(({ en }) => (en !== undefined && isShare(en) ? [en] : []))
  const [zh, en] = [missing[0], added[0]]
  if (zh === undefined || en === undefined || missing.length + added.length > 2) return []
  if (zh.value.type === 'number' && en.value.type === 'number' && equals(zh.value.number, en.value.number)) return []
  // How English would say it is for a person to choose: halved, by half, twice as many.
  return findingsOf(context, { verdict: 'changed', zh, en, severity: 'warning' }).map(
    ({ fix: _, ...finding }) => finding,
  )
}

function isShare({ kind }: Quantity): boolean {
  return kind === 'fraction' || kind === 'multiple'
}

function findingOfExchange({ segment }: SegmentContext, { zh, en }: Exchange): Finding {
  const [, there] = zh
  const [, here] = en
  return {
    code: 'quantity-order',
    severity: 'note',
    segment,
    source: { from: there.from, to: there.to },
    target: { from: here.from, to: here.to },
    params: { zh: zh.map(({ text }) => text).join('、'), en: en.map(({ text }) => text).join(', ') },
  }
}

const codesAround: Readonly<Record<Contradiction['type'], FindingCode>> = {
  bound: 'quantity-bound',
  direction: 'quantity-direction',
  counted: 'quantity-counted',
}

/** What stands around a value that is the same: whether it is more or less, goes up or down, and what is counted. */
function findingsAround(
  { segment, source, target }: SegmentContext,
  { verdict, zh, en }: Agreement,
): readonly Finding[] {
  if (verdict !== 'same' || zh === undefined || en === undefined) return []
  return contradictionsAround(source, target, zh, en).map((found) => ({
    code: codesAround[found.type],
    severity: found.severity,
    segment,
    source: { from: found.zh.from, to: found.zh.to },
    target: { from: found.en.from, to: found.en.to },
    params: { zh: source.slice(found.zh.from, found.zh.to), en: target.slice(found.en.from, found.en.to) },
  }))
}

function findingsOf({ segment, target, style }: SegmentContext, agreement: Agreement): readonly Finding[] {
  const { verdict, zh, en, severity } = agreement
  const code = codes[verdict]
  if (code === null || severity === null) return []
  // The parameters that identify a finding do not depend on the house style; the text that a fix inserts does.
  // Where part of a missing quantity is present (October 14 of 2024年10月14日), the finding is placed at that part.
  const params: Record<string, string> = {}
  if (zh !== undefined) Object.assign(params, { zh: zh.text, expected: writeEnglish(zh) })
  if (en !== undefined && verdict !== 'missing') params.en = en.text
  return [
    {
      code,
      severity,
      segment,
      ...(zh === undefined ? {} : { source: { from: zh.from, to: zh.to } }),
      ...(en === undefined ? {} : { target: { from: en.from, to: en.to } }),
      params,
      ...(zh === undefined ? {} : { fix: en === undefined ? writeEnglish(zh, style) : fixOf(zh, en, target, style) }),
    },
  ]
}

/** The right quantity in the form of the wrong one: 59 of a 59-square-kilometer city, the 15-minute of a circle. */
function fixOf(zh: Quantity, en: Quantity, target: string, style: HouseStyle): string {
  const bare = writeEnglish({ ...zh, kind: 'count', unit: '', approximation: 'exact' })
  if (/^-\p{L}/u.test(target.slice(en.to, en.to + 2))) return bare
  const compound = /^[\d.,]+(-\p{L}.*)$/u.exec(en.text)
  return compound === null ? writeEnglish(zh, style) : `${bare}${compound[1]}`
}
