import type { OutboxEvent } from '../../model/event.ts'
import { type AddressedNotice, type NoticeChoices, topicOf, usualChoices } from '../../model/notice.ts'
import { isRefusal } from '../../model/refusal.ts'
import type { DocumentState } from '../../model/state.ts'
import { inSlices } from '../../ports/world.ts'
import { progressOf } from '../../review/assignments.ts'
import { advanceSteps } from '../../review/fold.ts'
import type { Asked } from '../../review/four-eyes.ts'
import type { PeopleState } from '../../review/people.ts'
import { officeDay } from '../../review/telling/mail-times.ts'
import {
  dueNotices,
  type MeantNotice,
  mayTell,
  noticesOf,
  type OfficeToday,
  type OpenWork,
  toSignNotice,
} from '../../review/telling/notices.ts'
import { findDocument } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'
import type { Page } from '../core/page.ts'
import { workspaceSettings } from '../core/settings.ts'
import { today } from '../documents/assign.ts'
import { standingNow } from '../documents/document-list.ts'
import { allChoices } from './choices.ts'
import { mailServer } from './mail-settings.ts'

/** How far documents were looked at in this process, and the latest of them as they were then. */
export interface NoticeWalks {
  readonly looked: Map<string, number>
  readonly states: Map<string, DocumentState>
}

export function newWalks(): NoticeWalks {
  return { looked: new Map(), states: new Map() }
}

/** Documents whose states are held for what is appended next: those that somebody is at work in. */
const mostStates = 8

/** Who is told how. */
interface Audience extends OfficeToday {
  readonly people: PeopleState
  readonly choices: Readonly<Record<string, NoticeChoices>>
  readonly hasMail: boolean
}

/** Before the first notice: of what is there already, nobody is told. */
export async function beginNotices(workspace: Workspace): Promise<void> {
  if ((await workspace.outbox.read()).state.notices.begun) return
  const outlines = await workspace.outlines.all()
  const documents = Object.fromEntries(outlines.map(({ id, sequence }) => [id, sequence]))
  await workspace.outbox.write('system', ({ state }): readonly OutboxEvent[] =>
    state.notices.begun ? [] : [{ type: 'notices-begun', v: 1, documents }],
  )
}

/**
 * Tells people what has been written to these documents; to all that have grown, for null. Notices and how far they reach
 * are one entry, decided on the outbox as it is: whoever does this at the same time, and whatever is killed, each is made
 * once.
 */
export async function tellPeople(
  workspace: Workspace,
  walks: NoticeWalks,
  documents: ReadonlySet<string> | null,
): Promise<void> {
  const grown = documents ?? (await grownDocuments(workspace))
  if (grown.size === 0) return
  const audience = await audienceOf(workspace)
  for (const document of grown) {
    await tellOfDocument(workspace, walks, document, audience)
    const others = workspace.world.pause()
    if (others) await others
  }
}

async function audienceOf(workspace: Workspace): Promise<Audience> {
  return {
    people: (await workspace.people.read()).state,
    day: await today(workspace),
    choices: await allChoices(workspace),
    hasMail: (await mailServer(workspace)).on,
  }
}

async function grownDocuments(workspace: Workspace): Promise<ReadonlySet<string>> {
  const { looked } = (await workspace.outbox.read()).state.notices
  const outlines = await workspace.outlines.all()
  return new Set(outlines.filter(({ id, sequence }) => sequence > (looked.get(id) ?? 0)).map(({ id }) => id))
}

async function tellOfDocument(
  workspace: Workspace,
  walks: NoticeWalks,
  document: string,
  audience: Audience,
): Promise<void> {
  const page = await findDocument(workspace, document)
  // Of a damaged journal nothing is told; the damage is reported where it was found.
  if (isRefusal(page)) return
  const { looked, toSign } = (await workspace.outbox.read()).state.notices
  const done = Math.max(walks.looked.get(document) ?? 0, looked.get(document) ?? 0)
  const until = page.state.sequence
  if (until <= done) return
  const meant = await meantSince(workspace, walks, page, done, audience)
  const waits = await waitsForSignature(workspace, page.state)
  const wasWaiting = toSign.has(document)
  const signing = waits !== null && !wasWaiting ? [waitingNotice(workspace, page.state, waits, audience)] : []
  const all = [...meant, ...signing]
  const notices = all.flatMap((one) => addressed(one, audience))
  const isWaiting = waits !== null
  await workspace.outbox.write('system', ({ state }): readonly OutboxEvent[] => {
    if ((state.notices.looked.get(document) ?? 0) > done) return []
    // What somebody did not want to be told is told, and not told later when they want it.
    if (all.length === 0 && isWaiting === wasWaiting) return []
    const change = isWaiting === wasWaiting ? {} : { toSign: isWaiting }
    return [{ type: 'notices-made', v: 1, document, until, ...change, notices }]
  })
  walks.looked.set(document, until)
}

/** What the entries after `done` tell. The document is folded only where one of them can tell anything. */
async function meantSince(
  { world: { digest, pause } }: Workspace,
  { states }: NoticeWalks,
  page: Page<DocumentState>,
  done: number,
  audience: Audience,
): Promise<readonly MeantNotice[]> {
  const { state } = page
  const wasSigned = state.signOff !== undefined
  if (!(await page.entries(done)).some((entry) => mayTell(entry, wasSigned))) return []
  const { id } = state.document
  const held = states.get(id)
  const base = held !== undefined && held.sequence <= done ? held : null
  const entries = await page.entries(base?.sequence ?? 0)
  const before = await inSlices(
    advanceSteps(
      base,
      entries.filter(({ sequence }) => sequence <= done),
    ),
    pause,
  )
  const told = noticesOf(
    before,
    entries.filter(({ sequence }) => sequence > done),
    { ...audience, digest },
  )
  states.delete(id)
  if (told.state) states.set(id, told.state)
  for (const oldest of [...states.keys()].slice(0, -mostStates)) states.delete(oldest)
  return told.notices
}

/** Who has had part in a document that waits for a signature alone; null for one that does not. */
async function waitsForSignature(workspace: Workspace, state: DocumentState): Promise<ReadonlySet<string> | null> {
  if (
    state.archived ||
    [...state.segments.values()].some((one) => one.state === 'initial' || one.state === 'translated')
  )
    return null
  const standing = await standingNow(workspace, state.document.id)
  if (standing === null || standing.summary.open > 0 || standing.summary.signOff === 'signed') return null
  return standing.involved
}

function waitingNotice(
  { world: { clock, digest } }: Workspace,
  state: DocumentState,
  involved: ReadonlySet<string>,
  { people, day }: Audience,
): MeantNotice {
  const { singlePerson } = people
  return toSignNotice(state, involved, { people, day, singlePerson, at: clock(), digest })
}

/** The notice for those who have an account and want it, each in their way. Whoever is away has it on the page. */
function addressed(
  { notice, for: recipients }: MeantNotice,
  { people, choices, hasMail }: Audience,
): readonly AddressedNotice[] {
  const to = recipients.flatMap(({ person, away }): AddressedNotice['to'] => {
    if (!people.people.some(({ id, active }) => id === person && active)) return []
    const { address, ways } = choices[person] ?? usualChoices
    const way = ways[topicOf[notice.kind]]
    if (way === 'none') return []
    return [{ person, way: away || !hasMail || address === '' ? 'page' : way }]
  })
  return to.length === 0 ? [] : [{ notice, to }]
}

/** Once a day of the office: tells what is due. A day on which nothing ran is made up for. */
export async function beginDay(workspace: Workspace): Promise<void> {
  const { clock, digest } = workspace.world
  const { timeZone, steps } = await workspaceSettings(workspace)
  const at = clock()
  const day = officeDay(timeZone, at)
  const last = (await workspace.outbox.read()).state.notices.day
  if (last >= day) return
  const { singlePerson } = (await workspace.people.read()).state
  const needs = { steps, singlePerson }
  const work: OpenWork[] = []
  for await (const { state } of workspace.pages()) if (!state.archived) work.push(...openWorkOf(state, needs))
  const audience = { ...(await audienceOf(workspace)), day }
  const notices = dueNotices(work, last, { ...audience, digest, at }).flatMap((one) => addressed(one, audience))
  await workspace.outbox.write('system', ({ state }): readonly OutboxEvent[] =>
    state.notices.day >= day ? [] : [{ type: 'day-begun', v: 1, day, notices }],
  )
}

function openWorkOf(state: DocumentState, needs: Omit<Asked, 'signed'>): readonly OpenWork[] {
  const { document, sequence, assignments = [] } = state
  const asked = { ...needs, signed: state.signOff !== undefined && !state.touchedSinceSignOff }
  return assignments.flatMap((assignment) => {
    const { id, step, person, due } = assignment
    if (due === null || progressOf(state, assignment, asked).open === 0) return []
    return [{ id, step, person, due, document: document.id, sequence }]
  })
}

/** Records how far documents were looked at, so that whoever is next need not read again what tells nothing. */
export async function recordLooked(workspace: Workspace, { looked }: NoticeWalks): Promise<void> {
  await workspace.outbox.write('system', ({ state }): readonly OutboxEvent[] => {
    const further = [...looked].filter(([id, until]) => until > (state.notices.looked.get(id) ?? 0))
    return further.length === 0 ? [] : [{ type: 'notices-begun', v: 1, documents: Object.fromEntries(further) }]
  })
}
