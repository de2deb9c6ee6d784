import type { Figure } from '../model/release.ts'
import { preferredRendering } from '../model/term.ts'
import { writeEnglish } from '../quantities/write/english.ts'
import type { SegmentContext } from './check.ts'
import { quantitiesOf } from './segment-quantities.ts'

/**
 * The figure sheet that an approver signs: every quantity of the source in reading order, with its English. Numbers
 * inside names and numbers that a translation may omit (一, 两) are left out. For a number inside a term the sheet shows
 * the term's English.
 */
export function figuresOf(contexts: readonly SegmentContext[]): readonly Figure[] {
  return contexts.flatMap(figuresOfSegment)
}

function figuresOfSegment(context: SegmentContext): readonly Figure[] {
  const { segment, target } = context
  const { agreements, carried } = quantitiesOf(context)
  const compared = agreements.flatMap(({ verdict, zh, en }) => {
    if (zh === undefined || zh.soft || zh.kind === 'name') return []
    const englishText = verdict === 'same' || verdict === 'changed' ? (en?.text ?? '') : ''
    const figure: Figure = {
      segment,
      source: zh.text,
      expected: writeEnglish(zh),
      target: englishText,
      verdict: verdict === 'same' ? 'same' : verdict === 'changed' ? 'differs' : 'missing',
    }
    return [{ from: zh.from, figure }]
  })
  const inTerms = carried.flatMap(({ quantity, occurrence, met }) => {
    if (quantity.soft || quantity.kind === 'name') return []
    const figure: Figure = {
      segment,
      source: occurrence.form,
      expected: preferredRendering(occurrence.term),
      target: met === undefined ? '' : target.slice(met.from, met.to),
      verdict: 'carried-by-term',
    }
    return [{ from: quantity.from, figure }]
  })
  return [...compared, ...inTerms].sort((a, b) => a.from - b.from).map(({ figure }) => figure)
}
