import type { CoverageView } from '../../contract/views/memory.ts'
import { expectedUsage } from '../../drafting/estimate.ts'
import { costOf, pricesOf } from '../../drafting/spending.ts'
import { bandsOf, coverageOf, leastCovered } from '../../memory/coverage.ts'
import { segmentsOf } from '../../model/document.ts'
import { engineNames } from '../../model/engine.ts'
import { plainStyle } from '../../model/house-style.ts'
import { plain } from '../../model/inline.ts'
import { documentOrigin, type Match } from '../../model/match.ts'
import type { Person } from '../../model/people.ts'
import { isRefusal, type Refusal } from '../../model/refusal.ts'
import type { IncomingFile } from '../../ports/format.ts'
import { settingsOfRuns } from '../core/engine-settings.ts'
import { admit, openFor } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'

/** How much of a file the memory has, and what the rest would cost. Nothing is imported. */
export async function analyseFile(
  workspace: Workspace,
  actor: Person,
  file: IncomingFile,
): Promise<CoverageView | Refusal> {
  const people = await admit(workspace, actor, 'import-document')
  if (isRefusal(people)) return people
  const read = await workspace.world.read('document', file)
  if (isRefusal(read)) return read
  return coverageIn(
    workspace,
    segmentsOf({ blocks: read.items }).map(({ source }) => plain(source)),
    null,
  )
}

/** The same of a document, without what was confirmed in itself. */
export async function analyseDocument(
  workspace: Workspace,
  actor: Person,
  { document }: { readonly document: string },
): Promise<CoverageView | Refusal> {
  const opened = await openFor(workspace, actor, 'read', document)
  if (isRefusal(opened)) return opened
  return coverageIn(
    workspace,
    segmentsOf(opened.state.document).map(({ source }) => plain(source)),
    documentOrigin(document),
  )
}

async function coverageIn(workspace: Workspace, sources: readonly string[], own: string | null): Promise<CoverageView> {
  const queries = sources.map((source, at) => ({ source, before: sources[at - 1] ?? '', after: sources[at + 1] ?? '' }))
  const offers = await workspace.recall.lookup(queries.map((query) => ({ ...query, threshold: leastCovered })))
  const bestOf = (matches: readonly Match[] = []) => matches.find(({ pair }) => pair.origin !== own) ?? null
  const segments = sources.map((source, at) => ({ source, match: bestOf(offers[at]) }))
  const bands = bandsOf(segments)
  const saved = new Set(['context', 'exact', 'repetition'])
  const left = queries.filter((_, at) => !saved.has(bands[at] ?? 'new'))
  return { ...coverageOf(segments), prices: await pricesFor(workspace, left) }
}

/** What each engine that has a price would cost at most, without repairs, in millionths of a US dollar. */
async function pricesFor(
  workspace: Workspace,
  left: readonly { readonly source: string; readonly before: string; readonly after: string }[],
): Promise<CoverageView['prices']> {
  const { second: _, ...settings } = await settingsOfRuns(workspace)
  const priceOf = pricesOf(settings)
  const jobs = left.map((job, at) => ({ ...job, segment: String(at), terms: [], style: plainStyle }))
  const prices: { engine: string; characters: number; microdollars: number }[] = []
  for (const name of engineNames) {
    const price = priceOf.get(name)
    if (price === undefined) continue
    const engines = await workspace.world.engines({ ...settings, active: name }, async () => [])
    if (isRefusal(engines) || engines.main === null) continue
    const usage = expectedUsage(engines.main, jobs)
    prices.push({ engine: name, characters: usage.characters, microdollars: Math.round(costOf(price, usage)) })
  }
  return prices
}
