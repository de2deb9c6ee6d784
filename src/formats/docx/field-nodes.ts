import { expectDefined } from '../../model/expect.ts'
import type { Range } from './element-tree.ts'
import { type Field, type Fields, fieldData, fieldKind, holderOf, type MadeField } from './fields.ts'
import { hiddenText, holdsText, type Node, rawOf, type WrapperNode } from './nodes.ts'

/** Most fields of one paragraph that become something around their text; each further mark is a code. */
const mostWrapped = 500

/**
 * Puts the fields of a paragraph together: one whose result Word makes is one code, as far as it stands in one place; one
 * whose result is text is something around it. A wrapper without text is one code, too.
 */
export function withFields(nodes: readonly Node[], { made, textual }: Fields): readonly Node[] {
  return joinMade(textual.slice(0, mostWrapped).reduce(wrapTextual, nodes), made).map((node): Node => {
    if (node.type !== 'wrapper') return node
    const whole: WrapperNode = { ...node, children: withFields(node.children, { made, textual }) }
    return holdsText(whole) ? whole : { type: 'code', at: node.at, kind: node.kind, data: node.data, raw: rawOf(whole) }
  })
}

/** Joins neighbours that stand in one field whose result Word makes, and runs of hidden text. */
function joinMade(nodes: readonly Node[], made: readonly MadeField[]): readonly Node[] {
  const joined: Node[] = []
  let last: MadeField | undefined
  /** The raw text of the last code, which grows. */
  let growing: (string | Range)[] | undefined
  for (const node of nodes) {
    const field = holderOf(made, node.at)
    const inside = field !== undefined && (node.type !== 'wrapper' || node.to <= field.to) ? field : undefined
    const hidden = node.type === 'code' && node.data === hiddenText
    const before = joined.at(-1)
    const goesOn =
      inside !== undefined ? inside === last : hidden && before?.type === 'code' && before.data === hiddenText
    if (growing !== undefined && goesOn) growing.push(...rawOf(node))
    else if (inside !== undefined || hidden) {
      growing = [...rawOf(node)]
      const kind = inside === undefined ? 'other' : 'field'
      const data = inside === undefined ? hiddenText : fieldData(inside.instruction)
      joined.push({ type: 'code', at: node.at, kind, data, raw: growing })
    } else {
      growing = undefined
      joined.push(node)
    }
    last = inside
  }
  return joined
}

/** Makes a wrapper of a textual field that begins and ends among these nodes. */
function wrapTextual(nodes: readonly Node[], { from, separate, end, instruction }: Field): readonly Node[] {
  const first = nodes.findIndex(({ at }) => at === from)
  const result = nodes.findIndex(({ at }) => separate !== undefined && at >= separate.to)
  const last = nodes.findIndex(({ at }) => at === end.from)
  if (first === -1 || result === -1 || last === -1 || separate === undefined) return nodes
  const wrapped: WrapperNode = {
    type: 'wrapper',
    at: end.from,
    to: end.to,
    kind: fieldKind(instruction),
    data: fieldData(instruction),
    open: nodes.slice(first, result).flatMap(rawOf),
    close: rawOf(expectDefined(nodes[last], 'the end of a field')),
    children: nodes.slice(result, last),
  }
  return [...nodes.slice(0, first), wrapped, ...nodes.slice(last + 1)]
}
