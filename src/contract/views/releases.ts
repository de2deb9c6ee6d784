export interface ReleaseView {
  readonly document: string
  readonly title: string
  readonly number: number
  readonly at: string
  readonly by: string
  readonly errata: number
  /** Path of the page on this server: `/published/d/<id>/v1/`. */
  readonly path: string
  /** When it was withdrawn, by whom and why, as published; null for one that stands. */
  readonly withdrawn: {
    readonly at: string
    readonly by: string
    readonly reason: { readonly zh: string; readonly en: string }
  } | null
}
