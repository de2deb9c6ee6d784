import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { TFunction } from 'i18next'
import type { ChainHead } from '../../model/head.ts'
import { folderOf } from '../../publishing/addresses.ts'
import { bare } from '../../publishing/verify/keys.ts'
import type { Problem } from '../../publishing/verify/problem.ts'
import { releaseDifferences } from '../../publishing/verify/site-ledger.ts'
import { type Verification, verifySite } from '../../publishing/verify/verify-site.ts'
import type { ClockNote } from '../../review/clock.ts'
import type { WitnessedHead } from '../../review/heads.ts'
import { headList } from '../../schemas/head.ts'
import { digest } from '../../server/digest.ts'
import { fingerprintOf, verifySignature } from '../../server/signing-key.ts'
import { Unusable } from '../../server/unusable.ts'
import { faultsOf, type InspectedLedger, inspectLedger, notesOf, siteLedgerOf } from '../inspected-ledger.ts'
import { exitCodes, printJson, say } from '../outcome.ts'
import { openSitePart, type SitePart } from '../site-part.ts'
import { terminal } from '../terminal.ts'
import { type JournalFault, wordsOfFault, wordsOfProblem } from './verify-words.ts'

interface Options {
  readonly json?: true
  readonly key: readonly string[]
  readonly heads?: string
  readonly against?: string
}

/**
 * `verify [SITE]`: checks a published site or a folder of it by its certificates, or without one the journals; with
 * `--against` both, each by the other. Changes nothing.
 */
export function verifyCommand(
  program: Command,
  t: TFunction,
  { folder, environment }: { readonly folder: () => string; readonly environment: NodeJS.ProcessEnv },
): void {
  program
    .command('verify')
    .argument('[site]', t('argument.site'))
    .description(t('verify.description'))
    .option('--key <fingerprint>', t('option.key'), (key, keys: readonly string[]) => [...keys, key], [])
    .option('--heads <file>', t('option.heads'))
    .option('--against <workspace>', t('option.against'))
    .option('--json', t('option.json'))
    .action(async (site: string | undefined, options: Options) => {
      const kept = options.heads === undefined ? [] : readHeads(options.heads)
      const place = site === undefined ? null : openSitePart(site)
      const published = place && verifyPublished(place, kept, options)
      const workspace =
        options.against === undefined ? (site === undefined ? folder() : null) : resolve(options.against)
      const ledger =
        workspace === null ? null : await verifyWorkspace(await inspectLedger(workspace, environment), place, kept)
      const problems = [...(published?.problems ?? []), ...(ledger?.problems ?? [])]
      if (options.json) {
        const { journals, faults, notes } = ledger ?? {}
        printJson({ ...published, ...(published && { problems }), ...(ledger && { journals, faults, notes }) })
      } else {
        for (const problem of problems) say(wordsOfProblem(t, problem))
        if (published !== null) printSite(published, problems.length === 0, options)
        if (ledger !== null && workspace !== null) printJournals(ledger, workspace)
      }
      const isSound = problems.length === 0 && (ledger === null || isWhole(ledger))
      if (!isSound) terminal().endWith(exitCodes.found)
    })

  function printSite(result: Verification, isSound: boolean, { key }: Options): void {
    for (const path of result.extras) say(t('verify.extra', { path }))
    if (result.outside.length > 0) say(t('verify.outside', { count: result.outside.length }))
    for (const { document, number, at, name, reason } of result.withdrawn) {
      say(t('verify.withdrawn', { path: folderOf(document, number), at, name, ...reason }))
    }
    if (isSound) say(t('verify.site.whole', { count: result.files, releases: result.releases }))
    for (const fingerprint of result.keys) say(t(wordsForKey(fingerprint, result, key), { fingerprint }))
  }

  function printJournals({ journals, faults, notes }: LedgerVerdict, place: string): void {
    if (journals.length === 0) say(t('verify.nothing', { place }))
    for (const fault of faults) say(wordsOfFault(t, fault))
    for (const { journal: name, reason, entry, to, at, clock } of notes) {
      say(t(`verify.clock.${reason}`, { name, entry, to, at, clock }))
    }
    for (const { name, entries } of journals) {
      if (!faults.some(({ journal }) => journal === name)) say(t('verify.journal.whole', { name, count: entries }))
    }
  }
}

function wordsForKey(fingerprint: string, { trusted }: Verification, given: readonly string[]): string {
  if (given.length === 0) return 'verify.key'
  if (!trusted.includes(fingerprint)) return 'verify.otherKey'
  return given.some((key) => bare(key) === bare(fingerprint)) ? 'verify.authentic' : 'verify.succession'
}

function verifyPublished({ part, paths, read }: SitePart, heads: readonly ChainHead[], { key }: Options): Verification {
  return verifySite(read, {
    digest,
    verifySignature,
    fingerprintOf,
    paths,
    heads,
    ...(part !== '' && { part }),
    ...(key.length > 0 && { trusted: key }),
  })
}

interface LedgerVerdict {
  readonly journals: readonly { readonly name: string; readonly entries: number }[]
  readonly faults: readonly JournalFault[]
  /** Not faults: times in doubt. */
  readonly notes: readonly ClockNote[]
  readonly problems: readonly Problem[]
}

function isWhole({ journals, faults }: LedgerVerdict): boolean {
  return faults.length === 0 && journals.length > 0
}

/** Holds the journals to every head that is named in them, in the workspace's site, in `site` and in the list kept. */
async function verifyWorkspace(
  ledger: InspectedLedger,
  site: SitePart | null,
  kept: readonly ChainHead[],
): Promise<LedgerVerdict> {
  const published = site && siteLedgerOf(site, ledger.keys)
  const listed: readonly WitnessedHead[] = kept.map((head) => ({ ...head, witness: { type: 'list' } }))
  return {
    journals: ledger.journals.map(({ name, entries }) => ({ name, entries: entries.length })),
    faults: await faultsOf(ledger, [...(published?.heads ?? []), ...listed]),
    notes: notesOf(ledger),
    problems: published === null ? [] : releaseDifferences(published, ledger, site?.part ?? ''),
  }
}

/** The heads in a file that somebody has kept. Throws `Unusable` for any other file. */
function readHeads(file: string): readonly ChainHead[] {
  const text = readFileSync(file, 'utf8')
  try {
    return headList.parse(JSON.parse(text)).heads
  } catch (error) {
    throw new Unusable(file, error)
  }
}
