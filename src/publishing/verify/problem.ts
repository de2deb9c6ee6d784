/** A disagreement. Its words are in `locales/<language>/publishing.json`, as `problem-<code>`. */
export interface Problem {
  readonly code:
    | 'file-missing'
    | 'file-changed'
    | 'file-unlisted'
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
  readonly path: string
  readonly segment?: string
}
