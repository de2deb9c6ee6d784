import type { Block } from '../../model/document.ts'
import type { Group, Unit } from './tree.ts'

const belongsToAnswer: readonly Block['kind'][] = ['answer', 'item', 'quote', 'cell']

/**
 * The units of a document in groups. A section is a run of headings and the blocks up to the next heading; inside it, and
 * before the first, a question with its answers is a group. A document without blocks is one empty group.
 */
export function sections(
  blocks: readonly Block[],
  units: (blocks: readonly Block[]) => readonly Unit[],
): readonly (Group | Unit)[] {
  let last = 0
  const group = (type: string, content: readonly (Group | Unit)[]): Group => {
    last++
    return { type: 'group', prefix: '', attributes: { id: `g${last}`, type: `duizhao:${type}` }, other: [], content }
  }
  const result: (Group | Unit)[] = []
  let at = 0
  const run = (fits: (block: Block) => boolean) => {
    const from = at
    for (let block = blocks[at]; block !== undefined && fits(block); block = blocks[at]) at++
    return units(blocks.slice(from, at))
  }
  const body = () => {
    const nodes: (Group | Unit)[] = []
    while (at < blocks.length && blocks[at]?.kind !== 'heading') {
      nodes.push(...run(({ kind }) => kind !== 'question' && kind !== 'heading'))
      const block = blocks[at]
      if (block?.kind !== 'question') continue
      at++
      const question = units([block])
      nodes.push(group('question-and-answer', [...question, ...run(({ kind }) => belongsToAnswer.includes(kind))]))
    }
    return nodes
  }
  result.push(...body())
  while (at < blocks.length) {
    const headings = run(({ kind }) => kind === 'heading')
    result.push(group('section', [...headings, ...body()]))
  }
  return result.length > 0 ? result : [group('section', [])]
}
