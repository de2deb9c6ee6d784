/** A disagreement. Its words are in `locales/<language>/publishing.json`, as `problem-<code>`. */
export interface Problem {
  readonly code:
    | 'file-missing'
    | 'file-changed'
    | 'file-unlisted'
    | 'list-changed'
    | 'malformed'
    | 'seal'
    | 'signature'
    | 'key'
    | 'document'
    | 'text'
    | 'segment-missing'
    | 'segment-added'
    | 'segment-moved'
    | 'whole-text'
    | 'figures'
    | 'site-behind'
    | 'release-missing'
    | 'release-unknown'
    | 'withdrawal-missing'
    | 'withdrawal-unknown'
  readonly path: string
  readonly segment?: string
  /** The journal whose head the site names as it was earlier, and how many entries it has had since. */
  readonly journal?: string
  readonly length?: number
}
