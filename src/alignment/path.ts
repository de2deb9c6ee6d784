import { expectDefined } from '../model/expect.ts'
import type { Band } from './band.ts'
import { createEvidence, type Evidence } from './evidence.ts'
import type { Model } from './model.ts'
import type { Shape } from './shapes.ts'

/** A link of a path: the segments `from` to before `to` of both texts, and the evidence for it. */
export interface Step {
  readonly zhFrom: number
  readonly zhTo: number
  readonly enFrom: number
  readonly enTo: number
  /** As a logarithm, without the share of its shape. */
  readonly evidence: number
}

/** Whether both sides of a step have segments. */
export function isLinked({ zhFrom, zhTo, enFrom, enTo }: Step): boolean {
  return zhTo > zhFrom && enTo > enFrom
}

/** The best way to each place within a band: `scores[row][column - band.from[row]]`, and the number of its last shape. */
interface Table {
  readonly scores: Float64Array[]
  readonly choices: Int8Array[]
}

/** The links, in order, that the evidence favours most: dynamic programming within the band. */
export function bestPath(model: Model, band: Band): readonly Step[] {
  const evidence = createEvidence(model, band)
  const table: Table = { scores: [], choices: [] }
  for (let row = 0; row <= model.zh.length; row++) {
    if (row > 0) evidence.advance()
    fillRow(table, row, band, evidence, model.shapes)
  }
  return stepsBack(table, model, band)
}

function fillRow(
  { scores, choices }: Table,
  row: number,
  band: Band,
  evidence: Evidence,
  shapes: readonly Shape[],
): void {
  const from = band.from[row] ?? 0
  const to = band.to[row] ?? 0
  const line = new Float64Array(to - from + 1).fill(-Infinity)
  const choice = new Int8Array(to - from + 1).fill(-1)
  scores.push(line)
  choices.push(choice)
  for (let column = from; column <= to; column++) {
    let best = row === 0 && column === 0 ? 0 : -Infinity
    for (const [index, shape] of shapes.entries()) {
      const before = scoreAt(scores, band, row - shape.zh, column - shape.en)
      if (before === -Infinity) continue
      const score = before + shape.prior + evidenceOf(evidence, row, column, shape)
      if (score <= best) continue
      best = score
      choice[column - from] = index
    }
    line[column - from] = best
  }
}

function evidenceOf(evidence: Evidence, row: number, column: number, shape: Shape): number {
  return shape.zh === 0 || shape.en === 0 ? evidence.alone(row, column, shape) : evidence.of(row, column, shape)
}

function scoreAt(scores: readonly Float64Array[], band: Band, row: number, column: number): number {
  const from = band.from[row] ?? 0
  if (row < 0 || column < from || column > (band.to[row] ?? -1)) return -Infinity
  return scores[row]?.[column - from] ?? -Infinity
}

function stepsBack({ scores, choices }: Table, { zh, en, shapes }: Model, band: Band): readonly Step[] {
  const steps: Step[] = []
  let [row, column] = [zh.length, en.length]
  while (row > 0 || column > 0) {
    const choice = choices[row]?.[column - (band.from[row] ?? 0)] ?? -1
    const shape = expectDefined(shapes[choice], 'a way through the band')
    const [zhFrom, enFrom] = [row - shape.zh, column - shape.en]
    const evidence = scoreAt(scores, band, row, column) - scoreAt(scores, band, zhFrom, enFrom) - shape.prior
    steps.push({ zhFrom, zhTo: row, enFrom, enTo: column, evidence })
    row = zhFrom
    column = enFrom
  }
  return steps.reverse()
}
