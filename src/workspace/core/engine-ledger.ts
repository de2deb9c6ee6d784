import { countDrafted, usedSince } from '../../drafting/engine-use.ts'
import type { Drafted } from '../../drafting/job.ts'
import type { Spending } from '../../model/engine.ts'
import {
  addMonths,
  type EngineFailure,
  type EngineMonth,
  type EngineOccasion,
  type EngineRecord,
  emptyMonth,
} from '../../model/engine-record.ts'
import type { Refusal } from '../../model/refusal.ts'
import type { Turns } from '../../ports/turns.ts'
import { engineRecords } from '../../schemas/engine-record.ts'
import { readStored } from './stored.ts'
import type { World } from './world.ts'

const name = 'engine-records'
/** How many months of an engine are stored. */
const months = 13
/** After so many segments a run writes what it used, so that a crash loses little of the account. */
const segmentsAWrite = 100

/** What the engines did and used, and what they last failed of. */
export interface EngineLedger {
  read(): Promise<Readonly<Record<string, EngineRecord>>>
  /** Begins the account of one use of the engines. */
  open(during: EngineOccasion): EngineAccount
}

/** The account of one use. `engine` is the one that a refusal without a name is about. */
export interface EngineAccount {
  drafted(drafted: readonly Drafted[], spending: readonly Spending[]): void
  /** The engine answered something other than drafts. */
  answered(engine: string, spending: readonly Spending[]): void
  failed(engine: string, refusal: Refusal, ended: boolean): void
  /** Writes what is not written yet. */
  close(spending?: readonly Spending[]): Promise<void>
}

/** Changes of the record of one engine that are not written yet. */
interface Change {
  used: EngineMonth
  answered: boolean
  failed?: Omit<EngineFailure, 'at' | 'during'>
}

export function createEngineLedger(
  { settings, clock, report }: Pick<World, 'settings' | 'clock' | 'report'>,
  turns: Turns,
): EngineLedger {
  const read = async () => (await readStored(settings, name, engineRecords)) ?? {}
  return {
    read,
    open(during) {
      let changes = new Map<string, Change>()
      let accounted: readonly Spending[] = []
      let segments = 0
      const changeOf = (engine: string): Change => {
        const change = changes.get(engine) ?? { used: emptyMonth, answered: false }
        changes.set(engine, change)
        return change
      }
      const write = async () => {
        const written = changes
        changes = new Map()
        segments = 0
        if (written.size === 0) return
        await turns.take(name, async () => {
          const at = clock()
          const records = { ...(await read()) }
          for (const [engine, change] of written) records[engine] = changed(records[engine], change, at, during)
          await settings.set(name, records)
        })
      }
      const use = (spending: readonly Spending[]) => {
        for (const [engine, used] of usedSince(accounted, spending)) {
          const change = changeOf(engine)
          change.used = addMonths(change.used, used)
        }
        accounted = spending
      }
      return {
        drafted(drafted, spending) {
          use(spending)
          for (const [engine, counted] of countDrafted(drafted)) {
            const change = changeOf(engine)
            change.used = addMonths(change.used, counted)
            change.answered = true
          }
          segments += drafted.length
          if (segments >= segmentsAWrite) void write().catch(report)
        },
        answered(engine, spending) {
          use(spending)
          changeOf(engine).answered = true
        },
        failed(engine, { code, params }, ended) {
          if (!/^(?:engine|google)-/.test(code) || code === 'engine-budget') return
          changeOf(params.engine || engine).failed = { code, params, ended }
        },
        async close(spending) {
          if (spending) use(spending)
          await write().catch(report)
        },
      }
    },
  }
}

function changed(
  { months: before = {}, ...rest }: Partial<EngineRecord> = {},
  { used, answered, failed }: Change,
  at: string,
  during: EngineOccasion,
): EngineRecord {
  const month = at.slice(0, 7)
  const all = { ...before, [month]: addMonths(before[month] ?? emptyMonth, used) }
  return {
    ...rest,
    months: Object.fromEntries(Object.entries(all).sort().slice(-months)),
    ...(answered && { answered: { at, during } }),
    ...(failed && { failed: { ...failed, at, during } }),
  }
}
