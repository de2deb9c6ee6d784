import type { PostEdit, PostEditKey, PostEdits } from '../model/post-edit.ts'
import { codePointSlots, codePointsOf } from './code-points.ts'
import { createDistance } from './distance.ts'

/** A draft, and the text that people made of it. */
export interface EditedDraft {
  readonly engine: string
  readonly document: string
  /** Who confirmed the text. */
  readonly person: string
  readonly draft: string
  readonly final: string
}

const slots = codePointSlots()

/** The post-edit distance of all drafts, and of those of each engine, document and person, in order of their names. */
export function postEdits(drafts: readonly EditedDraft[]): PostEdits {
  const measured = drafts.map((draft) => ({ ...draft, ...measureEdit(draft) }))
  const by = (key: PostEditKey) =>
    [...Map.groupBy(measured, (draft) => draft[key])]
      .map(([name, group]) => ({ name, ...sumOf(group) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
  return { total: sumOf(measured), by: { engine: by('engine'), document: by('document'), person: by('person') } }
}

interface Measured {
  readonly edits: number
  readonly characters: number
}

/** Code points changed between a draft and the text that became of it, and those of the longer of the two. */
export function measureEdit({ draft, final }: Pick<EditedDraft, 'draft' | 'final'>): Measured {
  const [from, to] = [codePointsOf(draft), codePointsOf(final)]
  const characters = Math.max(from.length, to.length)
  if (draft === final) return { edits: 0, characters }
  const { distance, release } = createDistance(from, slots)
  const edits = distance(to, 0, to.length, characters)
  release()
  return { edits, characters }
}

function sumOf(measured: readonly Measured[]): PostEdit {
  const edits = measured.reduce((sum, segment) => sum + segment.edits, 0)
  const characters = measured.reduce((sum, segment) => sum + segment.characters, 0)
  return {
    segments: measured.length,
    unchanged: measured.filter((segment) => segment.edits === 0).length,
    edits,
    characters,
    distance: characters === 0 ? 0 : Math.round((1000 * edits) / characters) / 10,
  }
}
