import { attributeOf } from '../../xml/element.ts'
import type { PlacedElement } from '../../xml/tree.ts'
import type { Context } from './context.ts'
import { isElement } from './reading.ts'
import type { UnitView } from './unit-view.ts'

/** A place in a text where a code begins or ends; `key` is the same for both ways to write a span. */
interface Step {
  readonly key: string
  readonly element: PlacedElement
  readonly reorder: string
  /** Whether it is the end of a `pc`, which is no element of its own. */
  readonly closes: boolean
}

/**
 * Codes that must keep their order (XLIFF 2.1 §4.7.2.6): a sequence begins with `canReorder="firstNo"` and goes on with
 * `no`. A sequence without its first code is wrong, and so is a target that has the codes of a sequence in another order
 * or with others between them.
 */
export function checkReordering(view: UnitView, context: Context): void {
  const hasHints = ({ element }: { element: PlacedElement }) => {
    const value = attributeOf(element, 'canReorder')
    return value === 'no' || value === 'firstNo'
  }
  if (!view.inSources.some(hasHints) && !view.inTargets.some(hasHints)) return
  const chained = new Set<string>()
  const sources = view.parts.map(({ source }) => (source ? stepsOf(source, context.core) : []))
  const targets = view.parts.map(({ target }) => (target ? stepsOf(target, context.core) : []))
  for (const step of sources.flat()) if (step.reorder !== 'yes') chained.add(step.key)
  checkBeginnings(sources.flat(), new Set(), context)
  checkBeginnings(targets.flat(), chained, context)
  const places = placesOf(targets)
  for (const sequence of sources.flatMap(sequencesOf)) checkSequence(sequence, places, context)
}

function stepsOf(text: PlacedElement, core: string): readonly Step[] {
  const steps: Step[] = []
  const walk = (parent: PlacedElement): void => {
    for (const element of parent.content) {
      if (!isElement(element) || element.namespace !== core) continue
      const reorder = attributeOf(element, 'canReorder') ?? 'yes'
      const id = attributeOf(element, 'id') ?? ''
      if (element.local === 'ph' || element.local === 'sc') {
        steps.push({ key: `start ${id}`, element, reorder, closes: false })
      } else if (element.local === 'ec') {
        const key = `end ${attributeOf(element, 'startRef') ?? id}`
        steps.push({ key, element, reorder, closes: false })
      } else if (element.local === 'pc') {
        steps.push({ key: `start ${id}`, element, reorder, closes: false })
        walk(element)
        steps.push({ key: `end ${id}`, element, reorder: reorder === 'yes' ? 'yes' : 'no', closes: true })
      } else walk(element)
    }
  }
  walk(text)
  return steps
}

/** Reports codes with `no` that no sequence leads to; those that the source has in a sequence are compared with it. */
function checkBeginnings(steps: readonly Step[], chained: ReadonlySet<string>, { report }: Context): void {
  let inSequence = false
  for (const { key, element, reorder, closes } of steps) {
    if (closes) {
      // The end of a span belongs to the sequence of its start, and ends no other.
      if (reorder === 'no') inSequence = true
      continue
    }
    if (reorder === 'no' && !inSequence && !chained.has(key)) {
      const rule = 'MissingReorderFirstNo'
      report({ rule, wording: rule, element, attribute: 'canReorder' })
    }
    inSequence = reorder !== 'yes'
  }
}

/** A step of a target: of which, and the how many-th there. */
interface Place {
  readonly target: number
  readonly at: number
  readonly element: PlacedElement
}

function placesOf(targets: readonly (readonly Step[])[]): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>()
  for (const [target, steps] of targets.entries()) {
    for (const [at, { key, element }] of steps.entries()) if (!places.has(key)) places.set(key, { target, at, element })
  }
  return places
}

/** The sequences of a source, each as the keys of its steps. */
function sequencesOf(steps: readonly Step[]): readonly (readonly string[])[] {
  const sequences: string[][] = []
  let open: string[] | undefined
  for (const { key, reorder, closes } of steps) {
    if (reorder === 'firstNo') {
      open = [key]
      sequences.push(open)
    } else if (reorder === 'no' && open) open.push(key)
    else if (!(closes && reorder === 'yes')) open = undefined
  }
  return sequences
}

/** The codes of a sequence that targets have stand one after the other in one target; lost ones are another rule's. */
function checkSequence(sequence: readonly string[], places: ReadonlyMap<string, Place>, { report }: Context): void {
  const present = sequence.flatMap((key) => places.get(key) ?? [])
  const wrong = present.find(({ target, at }, number) => {
    const before = present[number - 1]
    return before !== undefined && (before.target !== target || before.at + 1 !== at)
  })
  if (wrong) report({ rule: 'WrongReordering', wording: 'WrongReordering', element: wrong.element })
}
