import { basename } from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import type { TFunction } from 'i18next'
import type { BodyOf } from '../../contract/calls.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import type { AtWorkspace } from '../at-workspace.ts'
import type { Client } from '../client.ts'
import { readInput } from '../input.ts'
import { noticeWords } from '../notices.ts'
import { printFile, printJson, printRefusal, say } from '../outcome.ts'

interface Options {
  readonly json?: true
}

interface SettleOptions extends Options {
  readonly name?: string
  readonly penalty?: number
  readonly priority?: number
  readonly readOnly?: true
  readonly writable?: true
}

/** `memory import|list|set|remove|export`: the imported memories of a workspace. */
export function importedMemoryCommands(memory: Command, t: TFunction, at: AtWorkspace): void {
  settling(memory.command('import').argument('<file>', t('argument.memoryFile')), t)
    .description(t('memory.import.description'))
    .action((file: string, options: SettleOptions) =>
      at({ ...options, makes: true }, (client) => importFile(client, file, options, t)),
    )
  memory
    .command('list')
    .description(t('memory.list.description'))
    .option('--json', t('option.json'))
    .action((options: Options) =>
      at(options, async (client) => {
        const reply = await client.call('memories')
        if (isRefusal(reply)) return printRefusal(t, reply, options.json === true)
        if (options.json) return printJson(reply)
        for (const { id, name, pairs, penalty, priority, readOnly } of reply.memories) {
          const access = t(readOnly ? 'memory.readOnly' : 'memory.writable')
          say([id.slice(0, 12), name, t('memory.facts', { count: pairs, penalty, priority, access })].join('\t'))
        }
      }),
    )
  settling(memory.command('set').argument('<memory>', t('argument.memory')), t)
    .description(t('memory.set.description'))
    .action((named: string, options: SettleOptions) =>
      at(options, async (client) => {
        const id = await findMemory(client, named)
        const reply = isRefusal(id)
          ? id
          : await client.call('settleMemory', { params: { memory: id }, body: settings(options) })
        if (isRefusal(reply)) printRefusal(t, reply, options.json === true)
        else if (options.json) printJson(reply)
      }),
    )
  memory
    .command('remove')
    .argument('<memory>', t('argument.memory'))
    .description(t('memory.remove.description'))
    .option('--json', t('option.json'))
    .action((named: string, options: Options) =>
      at(options, async (client) => {
        const id = await findMemory(client, named)
        const reply = isRefusal(id) ? id : await client.call('removeMemory', { params: { memory: id } })
        if (isRefusal(reply)) printRefusal(t, reply, options.json === true)
        else if (options.json) printJson(reply)
      }),
    )
  memory
    .command('export')
    .argument('<memory>', t('argument.memory'))
    .description(t('memory.export.description'))
    .option('--out <file>', t('option.out'))
    .action((named: string, options: Options & { readonly out?: string }) =>
      at(options, async (client) => {
        const id = await findMemory(client, named)
        const bytes = isRefusal(id) ? id : await client.call('exportMemory', { params: { memory: id } })
        return isRefusal(bytes) ? printRefusal(t, bytes, false) : printFile(bytes, options.out)
      }),
    )
}

/** The options of a memory's settings. */
function settling(command: Command, t: TFunction): Command {
  return command
    .option('--name <name>', t('option.memoryName'))
    .option('--penalty <n>', t('option.penalty'), wholeNumber)
    .option('--priority <n>', t('option.priority'), wholeNumber)
    .option('--read-only', t('option.readOnly'))
    .option('--writable', t('option.writable'))
    .option('--json', t('option.json'))
}

function wholeNumber(value: string): number {
  if (!/^-?\d{1,3}$/.test(value)) throw new InvalidArgumentError('')
  return Number(value)
}

function settings({ name, penalty, priority, readOnly, writable }: SettleOptions): BodyOf<'settleMemory'> {
  return {
    ...(name !== undefined && { name }),
    ...(penalty !== undefined && { penalty }),
    ...(priority !== undefined && { priority }),
    ...((readOnly ?? writable) && { readOnly: readOnly === true }),
  }
}

async function importFile(client: Client, file: string, options: SettleOptions, t: TFunction): Promise<void> {
  const json = options.json === true
  const before = await client.call('memories')
  const bytes = await readInput(file)
  if (isRefusal(before)) return printRefusal(t, before, json)
  const reply = isRefusal(bytes)
    ? bytes
    : await client.call('importMemory', { query: { filename: basename(file) }, bytes })
  if (isRefusal(reply)) return printRefusal(t, reply, json, file)
  const after = await client.call('memories')
  const isNew = isRefusal(after)
    ? undefined
    : after.memories.find(({ id }) => !before.memories.some((old) => old.id === id))
  const body = settings(options)
  if (isNew && Object.keys(body).length > 0) {
    const settled = await client.call('settleMemory', { params: { memory: isNew.id }, body })
    if (isRefusal(settled)) return printRefusal(t, settled, json, file)
  }
  if (json) return printJson({ file, memory: isNew?.id, ...reply })
  say(t('import.memory', { file, ...reply }))
  if (reply.codes > 0) say(t('import.codes', { count: reply.codes }))
  for (const notice of reply.notices) say(`  ${noticeWords(notice, t)}`)
}

/** The id of a memory by its name, or by the beginning of its id. Refuses `memory-unknown` if none or several fit. */
async function findMemory(client: Client, named: string): Promise<string | Refusal> {
  const reply = await client.call('memories')
  if (isRefusal(reply)) return reply
  const fitting = reply.memories.filter(({ id, name }) => name === named || (named.length >= 4 && id.startsWith(named)))
  return fitting.length === 1 && fitting[0] ? fitting[0].id : refuse('memory-unknown')
}
