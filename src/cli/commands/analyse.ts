import { basename } from 'node:path'
import type { Command } from 'commander'
import type { TFunction } from 'i18next'
import { coverageBands } from '../../model/coverage.ts'
import type { PostEdit } from '../../model/post-edit.ts'
import { isRefusal } from '../../model/refusal.ts'
import type { AtWorkspace } from '../at-workspace.ts'
import type { Client } from '../client.ts'
import { readInput } from '../input.ts'
import { printJson, printRefusal, say } from '../outcome.ts'

interface Options {
  readonly json?: true
  readonly document?: string
  readonly postEdit?: true
}

/** `analyse`: how much of a text the memory has and what the rest would cost, or how far texts are from their drafts. */
export function analyseCommand(program: Command, t: TFunction, at: AtWorkspace): void {
  program
    .command('analyse')
    .argument('[file]', t('argument.analysed'))
    .description(t('analyse.description'))
    .option('--document <document>', t('analyse.option.document'))
    .option('--post-edit', t('analyse.option.postEdit'))
    .option('--json', t('option.json'))
    .action((file: string | undefined, options: Options, command: Command) => {
      const { document, postEdit } = options
      const subjects = [file, document, postEdit].filter((subject) => subject !== undefined)
      if (subjects.length !== 1) return command.error(t('analyse.either'))
      return at(options, (client) =>
        postEdit ? sayPostEdits(client, t, options) : sayCoverage(client, t, file, options),
      )
    })
}

async function sayCoverage(client: Client, t: TFunction, file: string | undefined, options: Options): Promise<void> {
  const json = options.json === true
  const reply = await coverage(client, file, options.document)
  if (isRefusal(reply)) return printRefusal(t, reply, json, file)
  if (json) return printJson(file === undefined ? reply : { file, ...reply })
  for (const band of coverageBands) say(amountLine(t, t(`analyse.band.${band}`), reply.bands[band]))
  say(amountLine(t, t('analyse.total'), reply.total))
  for (const { engine, microdollars } of reply.prices) {
    say(t('analyse.price', { engine, dollars: (microdollars / 1_000_000).toFixed(2) }))
  }
}

async function coverage(client: Client, file: string | undefined, document: string | undefined) {
  if (document !== undefined) return client.call('documentCoverage', { params: { document } })
  const bytes = await readInput(file ?? '')
  return isRefusal(bytes) ? bytes : client.call('fileCoverage', { query: { filename: basename(file ?? '') }, bytes })
}

function amountLine(
  t: TFunction,
  label: string,
  { segments, characters }: { readonly segments: number; readonly characters: number },
): string {
  return `${label}\t${t('analyse.amount', { count: segments, characters })}`
}

async function sayPostEdits(client: Client, t: TFunction, options: Options): Promise<void> {
  const reply = await client.call('postEdits')
  if (isRefusal(reply)) return printRefusal(t, reply, options.json === true)
  if (options.json) return printJson(reply)
  const line = (name: string, group: PostEdit) =>
    say(`${name}\t${t('analyse.postEdit', { count: group.segments, ...group })}`)
  for (const key of ['engine', 'document', 'person'] as const) {
    for (const group of reply.by[key]) line(`${t(`analyse.by.${key}`)}\t${group.name}`, group)
  }
  line(t('analyse.total'), reply.total)
}
