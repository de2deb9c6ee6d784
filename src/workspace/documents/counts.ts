import type { CountsView } from '../../contract/views/counts.ts'
import { type CountGroup, type CountKey, type CountRow, countKeys } from '../../model/counts.ts'
import type { Person } from '../../model/people.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import type { WorkspaceSettings } from '../../model/settings.ts'
import { mapSteps, type Steps, sortSteps } from '../../model/steps.ts'
import { inSlices } from '../../ports/world.ts'
import { type DocumentCell, groupSteps } from '../../review/counting/cells.ts'
import { countFigures } from '../../review/counting/figures.ts'
import { monthBefore, monthsIn } from '../../review/counting/month.ts'
import type { PeopleState } from '../../review/people.ts'
import { admit, nameOf } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'
import type { Outline } from '../core/outline.ts'
import { workspaceSettings } from '../core/settings.ts'
import type { OutgoingFile } from './own-shape.ts'

/** Of which months, by what, and of whose work; months are the last twelve if none are said. */
export interface CountsChoice {
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly by: readonly CountKey[]
  readonly whose?: 'everyone' | 'me' | undefined
}

/** Most rows in one reply; a file has all of them. */
const mostShown = 1000

/**
 * What the office has done by months. It answers with what is counted so far and how many documents are left: whoever asks
 * again has more of them counted. Refuses people where the office does not show them, and months that are none.
 */
export async function viewCounts(
  workspace: Workspace,
  actor: Person,
  choice: CountsChoice,
): Promise<CountsView | Refusal> {
  const asked = await admitted(workspace, actor, choice)
  if (isRefusal(asked)) return asked
  const outlines = await workspace.outlines.present()
  const left = await workspace.counts.prepare(outlines, asked.basis)
  return viewOf(workspace, asked, { outlines, left })
}

/** The same, whole, as a file with all rows. */
export async function exportCounts(
  workspace: Workspace,
  actor: Person,
  choice: CountsChoice,
): Promise<OutgoingFile | Refusal> {
  const asked = await admitted(workspace, actor, choice)
  if (isRefusal(asked)) return asked
  const outlines = await workspace.outlines.present()
  let left = Infinity
  for (;;) {
    const still = await workspace.counts.prepare(outlines, asked.basis)
    // A document that grows faster than it is counted stands as it was a moment ago.
    if (still === 0 || still >= left) break
    left = still
  }
  const { rows } = await rowsOf(workspace, asked, outlines)
  const content = await workspace.world.write({ target: { type: 'export', name: 'counts' }, contents: rows })
  if (isRefusal(content)) return content
  const { endings, mediaType } = workspace.world.formats.exports.counts
  return { filename: `counts-${asked.from}-${asked.to}${endings[0]}`, mediaType, content }
}

interface Asked {
  readonly from: string
  readonly to: string
  readonly by: readonly CountKey[]
  /** Of one person alone, by their id; null for everybody. */
  readonly of: string | null
  readonly people: PeopleState
  readonly settings: WorkspaceSettings
  readonly basis: { readonly timeZone: string; readonly singlePerson: boolean }
}

async function admitted(
  workspace: Workspace,
  actor: Person,
  { from, to, by, whose = 'everyone' }: CountsChoice,
): Promise<Asked | Refusal> {
  const people = await admit(workspace, actor, 'see-counts')
  if (isRefusal(people)) return people
  const settings = await workspaceSettings(workspace)
  const of = whose === 'me' ? actor.id : null
  if (by.includes('person') && of === null && !settings.counts.people) return refuse('counts-by-person-off')
  const { timeZone } = settings
  const last = to ?? monthsIn(timeZone)(workspace.world.clock())
  const first = from ?? monthBefore(last, 11)
  if (first > last) return refuse('bad-request', { place: 'from' })
  const basis = { timeZone, singlePerson: people.singlePerson }
  return { from: first, to: last, by: countKeys.filter((key) => by.includes(key)), of, people, settings, basis }
}

async function viewOf(
  workspace: Workspace,
  asked: Asked,
  { outlines, left }: { readonly outlines: readonly Outline[]; readonly left: number },
): Promise<CountsView> {
  const { from, to, by, of, settings } = asked
  const { rows, total, unread } = await rowsOf(workspace, asked, outlines)
  const unreadable = unread - left + (await workspace.outlines.unreadable()).length
  return {
    from,
    to,
    by,
    whose: of === null ? 'everyone' : 'me',
    rows: rows.slice(0, mostShown),
    more: Math.max(0, rows.length - mostShown),
    total: { counts: total, ...countFigures(total, settings.quality) },
    documents: outlines.length - unread,
    left,
    unreadable: Math.max(0, unreadable),
    people: settings.counts.people,
    measure: settings.quality.measure,
    timeZone: settings.timeZone,
  }
}

async function rowsOf(
  workspace: Workspace,
  { from, to, by, of, people, settings }: Asked,
  outlines: readonly Outline[],
) {
  const titles = new Map(outlines.map(({ id, title }) => [id, title]))
  let unread = 0
  function* cells(): Generator<DocumentCell> {
    for (const { id: document } of outlines) {
      const counts = workspace.counts.of(document)
      if (counts === null) unread += 1
      for (const cell of counts?.cells ?? []) {
        const isAsked = cell.month >= from && cell.month <= to && (of === null || cell.person === of)
        if (isAsked) yield { ...cell, document }
      }
    }
  }
  const { groups, total } = await inSlices(groupSteps(cells(), by), workspace.world.pause)
  const rowOf = ({ key: { month, document, engine, person }, counts }: CountGroup): CountRow => ({
    month,
    document: document === null ? null : { id: document, title: titles.get(document) ?? '' },
    engine,
    person: person === null ? null : { id: person, name: person === '' ? '' : nameOf(people, person) },
    counts,
    ...countFigures(counts, settings.quality),
  })
  const withOrder = (group: CountGroup) => {
    const row = rowOf(group)
    return { row, order: orderOf(row) }
  }
  const sliced = <T>(work: Steps<T>): Promise<T> => inSlices(work, workspace.world.pause)
  const made = await sliced(mapSteps(by.length === 0 ? [] : groups, withOrder))
  const ordered = await sliced(sortSteps(made, (a, b) => compare(a.order, b.order)))
  return { rows: await sliced(mapSteps(ordered, ({ row }) => row)), total, unread }
}

/** By month, then title, draft and name: never by a figure. */
function orderOf({ month, document, engine, person }: CountRow): readonly string[] {
  return [month ?? '', document?.title ?? '', document?.id ?? '', engine ?? '', person?.name ?? '', person?.id ?? '']
}

function compare(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((text, index) => text !== b[index])
  return at === -1 ? 0 : (a[at] ?? '') < (b[at] ?? '') ? -1 : 1
}
