import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Command } from 'commander'
import type { TFunction } from 'i18next'
import { formats } from '../../formats/registry.ts'
import { decodeText } from '../../formats/text/decode.ts'
import { lookUpPacked } from '../../memory/packed/lookup.ts'
import { expectDefined } from '../../model/expect.ts'
import type { Match, MemoryPair } from '../../model/match.ts'
import { isRefusal } from '../../model/refusal.ts'
import { readBy } from '../../ports/format.ts'
import { openPackedMemory, writePackedMemory } from '../../stores/disk/packed-memory.ts'
import type { AtWorkspace } from '../at-workspace.ts'
import { readInput } from '../input.ts'
import { printJson, printRefusal, say } from '../outcome.ts'
import { importedMemoryCommands } from './memories.ts'

interface Options {
  readonly tm: string
  readonly json?: true
}

/** `memory …`: the imported memories of a workspace, and lookups in a file. */
export function memoryCommand(program: Command, t: TFunction, at: AtWorkspace): void {
  const memory = program.command('memory').description(t('memory.description'))
  lookupCommand(memory, t)
  importedMemoryCommands(memory, t, at)
}

/** `memory lookup --tm FILE QUERIES`: the memory's offers for each line of a text, without a workspace. */
function lookupCommand(memory: Command, t: TFunction): void {
  memory
    .command('lookup')
    .argument('<file>', t('argument.queries'))
    .description(t('memory.lookup.description'))
    .requiredOption(
      '--tm <file>',
      t('option.tm', { memories: formats.memories.flatMap(({ endings }) => endings).join(', ') }),
    )
    .option('--json', t('option.json'))
    .action(async (file: string, { tm, json }: Options) => {
      const bytes = await readInput(file)
      const decoded = isRefusal(bytes) ? bytes : decodeText(bytes)
      if (isRefusal(decoded)) return printRefusal(t, decoded, json === true, file)
      const memoryBytes = await readInput(tm)
      const contents = isRefusal(memoryBytes)
        ? memoryBytes
        : await readBy(formats.memories, { filename: tm, bytes: memoryBytes })
      if (isRefusal(contents)) return printRefusal(t, contents, json === true, tm)
      const queries = decoded.text.split(/\r?\n/).filter((line) => line !== '')
      lookUpAll(contents.pairs, queries, (query, ms, matches) => {
        if (json) printJson({ query, ms, matches: matches.map(rowOf) })
        else
          for (const match of matches)
            say([query, match.score, match.type, match.pair.source, match.pair.target].join('\t'))
      })
    })
}

/** Looks up each query in a memory packed for the purpose. `ms`: milliseconds of the lookup. */
function lookUpAll(
  pairs: readonly MemoryPair[],
  queries: readonly string[],
  tell: (query: string, ms: number, matches: readonly Match[]) => void,
): void {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-memory-'))
  try {
    const path = join(folder, 'memory.packed')
    writePackedMemory(path, pairs)
    const { memory, close } = expectDefined(openPackedMemory(path), 'the memory just packed')
    for (const query of queries) {
      const start = performance.now()
      const matches = lookUpPacked(memory, query)
      tell(query, Math.round((performance.now() - start) * 1000) / 1000, matches)
    }
    close()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function rowOf({ score, type, pair }: Match) {
  return { score, kind: type, source: pair.source, target: pair.target }
}
