import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Command } from 'commander'
import type { TFunction } from 'i18next'
import type { Digest } from '../../ports/world.ts'
import { verifySite } from '../../publishing/verify/verify-site.ts'
import { fingerprintOf, verifySignature } from '../../server/signing-key.ts'
import { inspectJournals } from '../../stores/lowdb/inspect.ts'
import { verifyLedger } from '../../workspace/core/verify.ts'
import { exitCodes, printJson, say } from '../outcome.ts'
import { terminal } from '../terminal.ts'
import { type JournalFault, wordsOfFault } from './verify-words.ts'

const digest: Digest = (text) => createHash('sha256').update(text).digest('hex')

interface Options {
  readonly json?: true
  readonly key?: string
}

/** `verify [SITE]`: checks a published site by its certificates, or without one the journals. Changes nothing. */
export function verifyCommand(program: Command, t: TFunction, folder: () => string): void {
  program
    .command('verify')
    .argument('[site]', t('argument.site'))
    .description(t('verify.description'))
    .option('--key <fingerprint>', t('option.key'))
    .option('--json', t('option.json'))
    .action(async (site: string | undefined, options: Options) => {
      const sound = site === undefined ? await verifyWorkspace(options) : verifyPublished(resolve(site), options)
      if (!sound) terminal().endWith(exitCodes.found)
    })

  async function verifyWorkspace({ json }: Options): Promise<boolean> {
    const place = folder()
    const journals = await inspectJournals(place, digest)
    const byName = new Map(journals.map((journal) => [journal.name, journal]))
    const ledger = await verifyLedger({
      journals: {
        read: async (name) => byName.get(name)?.entries ?? [],
        names: async () => [...byName.keys()],
        append: () => Promise.reject(new Error('a verification writes nothing')),
      },
      digest,
      verifySignature,
    })
    const damage: readonly JournalFault[] = journals.flatMap(({ name, damage }) =>
      damage.map(({ line, reason }) => ({ journal: name, entry: line, reason })),
    )
    const seen = new Set(damage.map(({ journal, entry }) => `${journal} ${entry}`))
    const faults = [...damage, ...ledger.filter(({ journal, entry }) => !seen.has(`${journal} ${entry}`))]
    if (json) printJson({ journals: journals.map(({ name, entries }) => ({ name, entries: entries.length })), faults })
    else {
      if (journals.length === 0) say(t('verify.nothing', { place }))
      for (const fault of faults) say(wordsOfFault(t, fault))
      for (const { name, entries } of journals) {
        if (!faults.some(({ journal }) => journal === name)) {
          say(t('verify.journal.whole', { name, count: entries.length }))
        }
      }
    }
    return faults.length === 0 && journals.length > 0
  }

  function verifyPublished(place: string, { json, key }: Options): boolean {
    const paths = readdirSync(place, { recursive: true, encoding: 'utf8' })
      .filter((path) => statSync(join(place, path)).isFile())
      .map((path) => path.replaceAll('\\', '/'))
    const result = verifySite((path) => (paths.includes(path) ? readFileSync(join(place, path)) : null), {
      digest,
      verifySignature,
      fingerprintOf,
      paths,
      ...(key === undefined ? {} : { trusted: [key] }),
    })
    if (json) printJson(result)
    else {
      for (const { path, code, segment } of result.problems) {
        say(t(`publishing:problem-${code}`, { path, segment: segment ?? '' }))
      }
      if (result.problems.length === 0) say(t('verify.site.whole', { count: result.files, releases: result.releases }))
      for (const fingerprint of result.keys) {
        const messageKey =
          key === undefined ? 'verify.key' : same(key, fingerprint) ? 'verify.authentic' : 'verify.otherKey'
        say(t(messageKey, { fingerprint }))
      }
    }
    return result.problems.length === 0
  }
}

function same(a: string, b: string): boolean {
  const bare = (text: string) => text.replace(/[\s:]/g, '').toLowerCase()
  return bare(a) === bare(b)
}
