import type { Command } from 'commander'
import type { TFunction } from 'i18next'
import type { DraftingStatus } from '../../contract/views/drafting.ts'
import type { UndraftedReason } from '../../model/draft.ts'
import { isRefusal } from '../../model/refusal.ts'
import type { AtWorkspace } from '../at-workspace.ts'
import type { Client } from '../client.ts'
import { printJson, printRefusal, tell } from '../outcome.ts'
import { terminal } from '../terminal.ts'

interface DraftOptions {
  readonly json?: true
  readonly estimate?: true
  readonly redraft?: true
  readonly discard?: true
  readonly maxCharacters?: string
  readonly maxDollars?: string
}

/** `draft`: says what a run would do, makes one, or discards what runs made. */
export function draftCommand(program: Command, t: TFunction, at: AtWorkspace): void {
  program
    .command('draft')
    .argument('<document>', t('argument.document'))
    .description(t('draft.description'))
    .option('--estimate', t('draft.option.estimate'))
    .option('--redraft', t('draft.option.redraft'))
    .option('--discard', t('draft.option.discard'))
    .option('--max-characters <n>', t('draft.option.maxCharacters'))
    .option('--max-dollars <n>', t('draft.option.maxDollars'))
    .option('--json', t('option.json'))
    .action((document: string, options: DraftOptions) =>
      at(options, async (client) => {
        if (options.estimate) return sayEstimate(client, t, document, options)
        if (options.discard) return discard(client, t, document, options)
        return draft(client, t, document, options)
      }),
    )
}

async function sayEstimate(client: Client, t: TFunction, document: string, options: DraftOptions): Promise<void> {
  const scope = options.redraft ? 'untouched' : 'open'
  const forecast = await client.call('estimateDrafting', { params: { document }, query: { scope } })
  if (isRefusal(forecast)) return printRefusal(t, forecast, options.json === true)
  if (options.json) return printJson(forecast)
  const { microdollars, ...counts } = forecast
  tell(t(forecast.engine === null ? 'draft.forecastMemory' : 'draft.forecast', { ...counts }))
  if (forecast.tooLong > 0) tell(t('draft.tooLongAhead', { count: forecast.tooLong }))
  if (microdollars !== undefined) tell(t('draft.price', { dollars: (microdollars / 1_000_000).toFixed(2) }))
}

async function discard(client: Client, t: TFunction, document: string, options: DraftOptions): Promise<void> {
  const result = await client.call('discardDrafts', { params: { document }, body: {} })
  if (isRefusal(result)) return printRefusal(t, result, options.json === true)
  if (options.json) printJson(result)
  else tell(t('draft.discarded', { count: result.discarded.length, touched: result.touched }))
}

async function draft(client: Client, t: TFunction, document: string, options: DraftOptions): Promise<void> {
  const params = { document }
  const budget = {
    ...(options.maxCharacters !== undefined && { characters: Number(options.maxCharacters) }),
    ...(options.maxDollars !== undefined && { dollars: Number(options.maxDollars) }),
  }
  const scope = options.redraft ? 'untouched' : 'open'
  let status = await client.call('startDrafting', { params, body: { scope, budget } })
  while (!isRefusal(status) && status.running) {
    if (!options.json && terminal().interactive) terminal().err(`\r${t('draft.progress', { ...status })} `)
    await new Promise((resolve) => setTimeout(resolve, 200))
    status = await client.call('draftingStatus', { params })
  }
  if (isRefusal(status)) return printRefusal(t, status, options.json === true)
  if (options.json) printJson(status)
  else {
    if (terminal().interactive) terminal().err('\r')
    tell(t('draft.done', { ...status }))
    tellUndrafted(t, status)
  }
  if (status.refused) printRefusal(t, status.refused, false)
}

/** Says which segments an engine could not draft, and why. */
function tellUndrafted(t: TFunction, { undrafted, tooLong, without }: DraftingStatus): void {
  const named = (reason: UndraftedReason) =>
    undrafted.flatMap((one) => (one.reason === reason ? [one.segment] : [])).join(' ')
  if (tooLong > 0) tell(t('draft.tooLong', { count: tooLong, segments: named('too-long') }))
  const segments = named('unanswered')
  if (segments !== '') tell(t('draft.unanswered', { count: without - tooLong, segments }))
}
