/** The codes of refusals. The words for each are in `locales/<language>/refusals.json`. */
export const refusalCodes = [
  // who may do what
  'not-signed-in',
  'wrong-password',
  'too-many-attempts',
  'role-missing',
  'cross-site',
  'link-invalid',
  'password-short',
  'password-guessable',
  'login-taken',
  'person-unknown',
  'last-administrator',
  'own-segment',
  'own-document',
  // documents and segments
  'document-unknown',
  'segment-unknown',
  'segment-changed',
  'segment-removed',
  'segment-empty',
  'segment-not-translated',
  'segment-has-errors',
  'split-outside',
  'join-not-neighbours',
  'reason-missing',
  'finding-unknown',
  'figures-changed',
  'comment-empty',
  'text-too-long',
  'nothing-to-undo',
  // the memory
  'memory-unknown',
  'memory-read-only',
  'pair-unknown',
  // import
  'file-empty',
  'file-too-large',
  'file-too-long',
  'file-binary',
  'file-not-chinese',
  'file-duplicate',
  'file-format-unknown',
  'file-undecodable',
  'file-malformed',
  'file-unsafe',
  'paragraph-too-long',
  'text-too-large',
  'table-too-wide',
  'table-too-large',
  'row-too-long',
  'units-too-many',
  'element-crowded',
  'file-unpacks-large',
  'file-too-slow',
  'file-too-demanding',
  'reading-busy',
  'export-too-slow',
  'export-too-demanding',
  'export-busy',
  // terms
  'term-unknown',
  'term-duplicate',
  'term-incomplete',
  'term-changed',
  'authority-missing',
  'row-malformed',
  'row-one-language',
  'row-form-twice',
  'row-two-terms',
  'rows-too-many',
  // drafting
  'draft-running',
  'draft-not-running',
  'engine-unavailable',
  'engine-quota',
  'engine-budget',
  'engine-consent',
  'engine-not-chosen',
  'engine-refused',
  'engine-key',
  'engine-model',
  'engine-busy',
  'engine-fault',
  'engine-unreadable',
  'engine-unreachable',
  'engine-interrupted',
  'google-credentials',
  'google-permission',
  'google-unknown',
  'google-daily-limit',
  'google-bucket',
  'offline-not-installed',
  'offline-broken',
  'offline-crashed',
  'offline-memory',
  'offline-slow',
  'model-installing',
  'model-stopped',
  'model-address',
  'model-not-there',
  'model-interrupted',
  'model-wrong',
  'model-disk-full',
  'model-folder',
  'model-fault',
  // signing and publishing
  'sign-off-open',
  'sign-off-changed',
  'not-signed',
  'already-signed',
  'already-released',
  'ledger-altered',
  'entry-malformed',
  'entry-newer',
  'release-unknown',
  // storage and the workplace
  'journal-conflict',
  'workspace-held',
  'bad-request',
  'not-found',
] as const
export type RefusalCode = (typeof refusalCodes)[number]

/** An expected refusal, as a value. A fault is thrown instead. */
export interface Refusal {
  readonly type: 'refusal'
  readonly code: RefusalCode
  readonly params: Readonly<Record<string, string>>
}

export function refuse(code: RefusalCode, params: Readonly<Record<string, string>> = {}): Refusal {
  return { type: 'refusal', code, params }
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'refusal'
}
