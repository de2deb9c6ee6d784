import { segmentsOf } from '../../../model/document.ts'
import type { Entry, Event, PeopleEvent } from '../../../model/event.ts'
import { documentPrefix } from '../../../model/head.ts'
import { inSlices } from '../../../ports/world.ts'
import { anyEvent } from '../../../schemas/event.ts'
import { misfitSteps } from '../../../schemas/misfit.ts'
import { memoryJournal } from '../../core/memory-pairs.ts'
import type { Workspace } from '../../core/open.ts'
import { personOf } from '../account-record.ts'
import { followWork, type GivenWork } from './given-work.ts'

/** Something that a person did: `entry` is its number in its journal, `type` what it was (docs/journal.md). */
export interface PersonAct {
  readonly journal: string
  readonly entry: number
  readonly at: string
  readonly type: string
  readonly [member: string]: unknown
}

/** What is found beside the acts while the journals are read. */
export interface FoundBeside {
  /** The documents in which the person did something or was given work. */
  readonly documents: Set<string>
  readonly work: GivenWork[]
}

type Told = Record<string, unknown> & { readonly type: string }

/** Entries that are read at once. */
const piece = 500

/**
 * All that a person did, journal by journal, and into `beside` the work they were given. Only what they did themselves is
 * in it: of the accounts of others the id, of a file its name, of a signature and a release what they put their name to.
 */
export async function* actsOf(workspace: Workspace, person: string, beside: FoundBeside): AsyncGenerator<PersonAct> {
  const { pause, journals } = workspace.world
  const { entries } = await workspace.people.read()
  for (const { sequence: entry, at, by, event } of await entries()) {
    if (by !== person || personOf(event) === person) continue
    yield { journal: 'people', entry, at, ...toldOfAccount(event) }
  }
  const documents = await journals.names(documentPrefix)
  for (const journal of ['settings', 'termbase', memoryJournal, ...documents]) {
    const document = journal.startsWith(documentPrefix) ? journal.slice(documentPrefix.length) : null
    const work = followWork(document ?? '', person)
    for await (const entry of entriesOf(workspace, journal)) {
      work.note(entry)
      if (entry.by === person) {
        if (document !== null) beside.documents.add(document)
        const misfit = await inSlices(misfitSteps(anyEvent, entry.event), pause)
        const told = misfit === null ? toldOf(entry.event) : { type: 'unreadable' }
        yield { journal, entry: entry.sequence, at: entry.at, ...told }
      }
    }
    if (document !== null && work.given.length > 0) beside.documents.add(document)
    beside.work.push(...work.given)
  }
}

/** The entries of a journal as they are stored, of which some may be damaged. */
async function* entriesOf({ world }: Workspace, journal: string): AsyncGenerator<Entry> {
  for (let after = 0; ; ) {
    const entries = await world.journals.read(journal, after, piece)
    for (const entry of entries) {
      yield entry
      const others = world.pause()
      if (others) await others
    }
    after = entries.at(-1)?.sequence ?? after
    if (entries.length < piece) return
  }
}

/** What is told of an event to whoever did it. */
function toldOf(event: Event): Told {
  switch (event.type) {
    case 'document-imported':
    case 'source-replaced': {
      const { title, origin } = event.document
      const { filename, sha256 } = origin
      return { type: event.type, title, filename, sha256, sentences: segmentsOf(event.document).length }
    }
    case 'segment-drafted':
      return { type: event.type, segment: event.segment }
    case 'review-sent':
      return { type: event.type, review: event.review }
    case 'document-signed': {
      const { name, at, binding } = event.signOff
      return { type: event.type, name, signedAt: at, head: binding.head }
    }
    case 'document-released': {
      const { number, title } = event.release
      return { type: event.type, number, title }
    }
    case 'memory-imported': {
      const { filename, sha256, pairs } = event
      return { type: event.type, filename, sha256, pairs: pairs.length }
    }
    case 'settings-changed':
      return { type: event.type, members: Object.keys(event.change) }
    default: {
      const { v: _, ...told } = event
      return told
    }
  }
}

/** What somebody did to the account of another, by its id alone. */
function toldOfAccount(event: PeopleEvent): Told {
  const person = personOf(event)
  return { type: event.type, ...(person !== null && { person }) }
}
