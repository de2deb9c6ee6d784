import { type Document, segmentsOf } from '../../model/document.ts'
import type { DocumentEvent, Entry } from '../../model/event.ts'
import { documentPrefix } from '../../model/head.ts'
import { plain } from '../../model/inline.ts'
import type { DocumentState } from '../../model/state.ts'
import { atOnce, type Steps } from '../../model/steps.ts'
import { headsNamedIn, type WitnessedHead } from '../../review/heads.ts'
import { fingerprintSteps } from './fingerprints.ts'
import type { Page } from './page.ts'

/** What the workspace knows of every document without holding its state. A fold of its entries. */
export interface Outline {
  readonly id: string
  /** The last entry: its sequence number and hash, and when it was written. */
  readonly sequence: number
  readonly hash: string
  readonly changedAt: string
  readonly importedAt: string
  readonly title: string
  readonly origin: Document['origin']
  /** How many releases it has. */
  readonly releases: number
  readonly deleted: boolean
  /** Whether a sentence of it has ever been confirmed. */
  readonly confirmed: boolean
  /** The heads of journals that its signatures and releases name. */
  readonly heads: readonly WitnessedHead[]
  /** Of its Chinese sentences, in order: `fingerprintsOf`. */
  readonly sentences: string
}

/** The outline of a document as a page has it, whose sentences have these fingerprints. Its entries are read only if some can name heads. */
export async function outlineOf(page: Page<DocumentState>, sentences: string): Promise<Outline> {
  const { state } = page
  const named = state.signOff !== undefined || state.releases.length > 0
  const heads = named ? headsNamedIn(journalOf(state), await page.entries()) : []
  const confirmed = [...state.segments.values()].some(({ state: stands }) => stands !== 'initial')
  return outline(state, page.last?.at, { heads, confirmed, sentences })
}

/** The outline after `added`, which led to this state; `before` is null for a document that they import. */
export function outlineAfter(
  before: Outline | null,
  added: readonly Entry<DocumentEvent>[],
  state: DocumentState,
): Outline {
  return outline(state, added.at(-1)?.at, {
    heads: [...(before?.heads ?? []), ...headsNamedIn(journalOf(state), added)],
    confirmed: before?.confirmed === true || added.some(({ event }) => confirms(event)),
    sentences:
      before === null || added.some(({ event }) => divides(event))
        ? atOnce(sentenceSteps(state.document))
        : before.sentences,
  })
}

function outline(
  { document, imported, releases, deleted, sequence, head }: DocumentState,
  changedAt: string | undefined,
  rest: Pick<Outline, 'heads' | 'confirmed' | 'sentences'>,
): Outline {
  const { id, title, origin } = document
  const entry = { sequence, hash: head, changedAt: changedAt ?? imported.at, importedAt: imported.at }
  return { id, ...entry, title, origin, releases: releases.length, deleted: deleted !== undefined, ...rest }
}

const journalOf = ({ document }: DocumentState) => `${documentPrefix}${document.id}`

/** The fingerprints of the sentences of a document. */
export function sentenceSteps(document: Document): Steps<string> {
  return fingerprintSteps(segmentsOf(document).map(({ source }) => plain(source)))
}

function confirms({ type }: DocumentEvent): boolean {
  return (
    type === 'segment-translated' ||
    type === 'segment-propagated' ||
    type === 'segment-revised' ||
    type === 'segment-revised-again' ||
    type === 'wording-accepted' ||
    type === 'document-signed'
  )
}

/** Whether an event changes which sentences there are, or their Chinese. */
function divides({ type }: DocumentEvent): boolean {
  return (
    type === 'document-imported' || type === 'segment-split' || type === 'segments-joined' || type === 'source-replaced'
  )
}
