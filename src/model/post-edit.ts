/** How far texts are from their drafts. */
export interface PostEdit {
  readonly segments: number
  /** Segments confirmed as they were drafted. */
  readonly unchanged: number
  /** Code points inserted, deleted and substituted. */
  readonly edits: number
  /** Code points of the longer of draft and text, of all segments. */
  readonly characters: number
  /** `edits` in `characters`, in per cent to one decimal: 0 if nothing was changed, 100 if nothing was kept. */
  readonly distance: number
}

export type PostEditKey = 'engine' | 'document' | 'person'

/** The distance of all drafts, and of those of each engine, document and person, in order of their names. */
export interface PostEdits {
  readonly total: PostEdit
  readonly by: Readonly<Record<PostEditKey, readonly (PostEdit & { readonly name: string })[]>>
}
