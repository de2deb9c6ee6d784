import type { ReplaceDone, ReplaceRefused, ReplaceUndone } from '../../contract/views/replacing.ts'
import { segmentsOf } from '../../model/document.ts'
import { type Inline, plain } from '../../model/inline.ts'
import type { Person } from '../../model/people.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import type { Search } from '../../model/search.ts'
import type { DocumentState } from '../../model/state.ts'
import { mapSteps } from '../../model/steps.ts'
import { inSlices } from '../../ports/world.ts'
import { isWithoutCodes, replaced } from '../../replacing/replaced.ts'
import type { SegmentCommand } from '../../review/command.ts'
import { admit, findDocument } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'
import { sendMany } from './many.ts'

/** The places of a document that somebody chose, each in a segment as it was when they looked at it. */
export interface Chosen {
  readonly document: string
  readonly segments: readonly ChosenSegment[]
}

interface ChosenSegment {
  readonly segment: string
  readonly version: number
  /** The numbers of its places, from 0; without them all. */
  readonly places?: readonly number[]
}

/**
 * Replaces the chosen places as edits of the actor that name `act`. What somebody has changed since it was looked at, and
 * whatever the rules refuse, stays as it is and is listed. The same act again does what is left of it.
 */
export async function replaceWords(
  workspace: Workspace,
  actor: Person,
  {
    act,
    search,
    signed,
    chosen,
  }: { readonly act: string; readonly search: Search; readonly signed: boolean; readonly chosen: readonly Chosen[] },
): Promise<ReplaceDone | Refusal> {
  const people = await admit(workspace, actor, 'replace')
  if (isRefusal(people)) return people
  const made = await commandsFor(workspace, chosen, { act, search, signed })
  if (isRefusal(made)) return made
  const done = { act, places: 0, segments: 0 }
  const refused: ReplaceRefused[] = []
  for (const { document, commands, places } of made) {
    const outcome = await sendAll(workspace, actor, document, commands)
    refused.push(...outcome.refused)
    done.segments += outcome.done.length
    for (const segment of outcome.done) done.places += places.get(segment) ?? 0
  }
  return { ...done, refused }
}

/**
 * Takes back what an act of the actor did to these documents: English and confirmations are as they were. Sentences to
 * which something has happened since stay as they are, and are listed.
 */
export async function undoReplacement(
  workspace: Workspace,
  actor: Person,
  { act, documents }: { readonly act: string; readonly documents: readonly string[] },
): Promise<ReplaceUndone | Refusal> {
  const people = await admit(workspace, actor, 'undo-replacement')
  if (isRefusal(people)) return people
  // All of them first: what was taken back in one must not be untold because another is not there.
  for (const document of new Set(documents)) {
    const page = await findDocument(workspace, document)
    if (isRefusal(page)) return page
  }
  let segments = 0
  const refused: ReplaceRefused[] = []
  for (const document of new Set(documents)) {
    const page = await findDocument(workspace, document)
    if (isRefusal(page)) return page
    const edited = new Set<string>()
    for (const { event, by } of await page.entries()) {
      if (event.type === 'segment-edited' && event.act === act && by === actor.id) edited.add(event.segment)
      if (event.type === 'edit-undone' && event.act === act) edited.delete(event.segment)
    }
    const commands = [...edited].map((segment) => ({ type: 'undo-replacement', segment, act }) as const)
    const outcome = await sendAll(workspace, actor, document, commands)
    segments += outcome.done.length
    refused.push(...outcome.refused.map((one) => ({ ...one, refusal: changedSince(one) })))
  }
  if (segments === 0 && refused.length === 0) return refuse('nothing-to-undo', { segment: '' })
  return { segments, refused }
}

/** What a replacement did is there no more only where something else has happened to the segment. */
function changedSince({ segment, refusal }: ReplaceRefused): Refusal {
  return refusal.code === 'nothing-to-undo' ? refuse('segment-changed', { segment }) : refusal
}

/** What is to be sent to a document. */
interface Made {
  readonly document: string
  readonly commands: readonly SegmentCommand[]
  /** How many places each command replaces. */
  readonly places: ReadonlyMap<string, number>
}

/** The commands for all documents: one search of all their texts, so that a refusal comes before anything is written. */
async function commandsFor(
  workspace: Workspace,
  chosen: readonly Chosen[],
  { act, search, signed }: { readonly act: string; readonly search: Search; readonly signed: boolean },
): Promise<readonly Made[] | Refusal> {
  const looked: (ChosenSegment & { readonly document: string; readonly text: Inline })[] = []
  for (const [document, named] of Map.groupBy(chosen, (one) => one.document)) {
    const page = await findDocument(workspace, document)
    if (isRefusal(page)) return page
    // However often a segment is named, it is replaced once.
    const once = new Map(named.flatMap(({ segments }) => segments.map((one) => [one.segment, one])))
    for (const one of once.values()) {
      looked.push({ ...one, document, text: page.state.segments.get(one.segment)?.target ?? [] })
    }
  }
  const found = await workspace.world.search({ search, texts: looked.map(({ text }) => plain(text)) })
  if (isRefusal(found)) return found
  const making = mapSteps(looked, ({ document, segment, version: base, places: numbers, text }, index) => {
    // A text that is another by now has other places: the rules refuse it by its version.
    const wanted = (found[index] ?? [])
      .filter((place) => isWithoutCodes(text, place))
      .filter((_place, number) => numbers === undefined || numbers.includes(number))
    const command: SegmentCommand = { type: 'replace', segment, base, target: replaced(text, wanted), act, signed }
    return { document, command, places: wanted.length }
  })
  const made = await inSlices(making, workspace.world.pause)
  return [...Map.groupBy(made, ({ document }) => document)].map(([document, ofDocument]) => ({
    document,
    commands: ofDocument.map(({ command }) => command),
    places: new Map(ofDocument.map(({ command, places }) => [command.segment, places])),
  }))
}

interface Outcome {
  readonly done: readonly string[]
  readonly refused: readonly ReplaceRefused[]
}

async function sendAll(
  workspace: Workspace,
  actor: Person,
  document: string,
  commands: readonly SegmentCommand[],
): Promise<Outcome> {
  const numbers = await numbersIn(workspace, document)
  const sending = { items: commands, commandFor: (command: SegmentCommand) => command, needsErrors: false }
  const { done, refused } = await sendMany(workspace, actor, document, sending)
  const named = refused.map(({ segment, refusal }) => {
    return { document, segment, number: numbers.get(segment) ?? 0, refusal }
  })
  return { done, refused: named }
}

async function numbersIn(workspace: Workspace, document: string): Promise<ReadonlyMap<string, number>> {
  const page = await findDocument(workspace, document)
  if (isRefusal(page)) return new Map()
  const state: DocumentState = page.state
  return new Map(segmentsOf(state.document).map(({ id }, index) => [id, index + 1]))
}
