import type { Comment } from '../../model/state.ts'
import { textIn } from '../xml/element.ts'
import type { XmlNode } from '../xml/tree.ts'
import { unescapeControls } from './controls.ts'
import { type MetaGroup, valueIn } from './metadata.ts'
import { type InlineElement, isCore, type Note } from './tree.ts'

type Content = readonly (InlineElement | XmlNode)[]

/**
 * The comments of a unit, in the order in which they were written: their words are in its notes, their authors and times
 * in its metadata, and marks in the text refer to the notes. Gives the comments of a given text.
 */
export function readComments(
  notes: readonly Note[],
  groups: readonly MetaGroup[],
): (content: Content) => readonly Comment[] {
  const texts = new Map(notes.map((note) => [note.attributes.id, unescapeControls(textIn(note.content))]))
  const comments = groups.flatMap((group) => {
    const note = valueIn(group, 'note')
    const id = valueIn(group, 'id')
    const text = texts.get(note)
    if (group.category !== 'comment' || id === undefined || text === undefined) return []
    const by = valueIn(group, 'resolved-by')
    const at = valueIn(group, 'resolved-at')
    const resolved = by !== undefined && at !== undefined && { resolved: { by, at } }
    const comment = { id, by: valueIn(group, 'by') ?? '', at: valueIn(group, 'at') ?? '', text, ...resolved }
    return [{ ref: `#n=${note}`, comment }]
  })
  return (content) => {
    const refs = new Set(refsIn(content))
    return comments.filter(({ ref }) => refs.has(ref)).map(({ comment }) => comment)
  }
}

/** The ids that the marks in some text refer to. */
export function refsIn(content: Content): readonly string[] {
  return content.flatMap((node) => {
    if (typeof node === 'string' || !isCore(node)) return []
    const noteReference = node.type === 'mrk' && node.attributes.ref !== undefined ? [node.attributes.ref] : []
    return node.type === 'mrk' || node.type === 'pc' ? [...noteReference, ...refsIn(node.content)] : noteReference
  })
}
