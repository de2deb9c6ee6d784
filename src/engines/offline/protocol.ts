/** The place of a file of the model, and the SHA-256 it must have. */
export interface ModelFile {
  readonly path: string
  readonly sha256: string
}

/** The files of a model as a thread loads them. With one vocabulary for both languages both are the same file. */
export interface ModelFiles {
  readonly model: ModelFile
  readonly sourceVocabulary: ModelFile
  readonly targetVocabulary: ModelFile
  /** Which English pieces are tried for which Chinese ones; null where the model has none or must not use it. */
  readonly shortlist: ModelFile | null
}

/** What a thread is asked to do: first to load a model, then one text after the other. */
export type ThreadRequest =
  | { readonly type: 'load'; readonly files: ModelFiles }
  | { readonly type: 'translate'; readonly text: string }

/**
 * What a thread answers, once for each request. After `broken` or `crashed` it is of no use any more: what a WebAssembly
 * module has in memory is not to be trusted after a trap.
 */
export type ThreadReply =
  | { readonly type: 'loaded' }
  | { readonly type: 'translated'; readonly text: string }
  /** The files are no model that can be used. */
  | { readonly type: 'broken'; readonly detail: string }
  | { readonly type: 'crashed'; readonly detail: string }

/** Why a thread ended by itself: `memory` is the heap of JavaScript; that of WebAssembly crashes. */
export type ThreadEnd = { readonly reason: 'memory' | 'crashed'; readonly detail: string }

/** A thread as its owner sees it. It hears of nothing after `stop`. */
export interface TranslationThread {
  post(request: ThreadRequest): void
  /** Where replies go, and the end if it comes by itself. */
  hear(reply: (reply: ThreadReply) => void, end: (end: ThreadEnd) => void): void
  stop(): void
}
