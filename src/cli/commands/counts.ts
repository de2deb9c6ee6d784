import type { Command } from 'commander'
import type { TFunction } from 'i18next'
import { type CountKey, countKeys } from '../../model/counts.ts'
import { isRefusal } from '../../model/refusal.ts'
import type { AtWorkspace } from '../at-workspace.ts'
import type { Client } from '../client.ts'
import { printFile, printJson, printRefusal, tell } from '../outcome.ts'

interface Options {
  readonly from?: string
  readonly to?: string
  readonly by: string
  readonly mine?: true
  readonly json?: true
  readonly out?: string
}

/** `counts`: what the office has done by months, as CSV or JSON. */
export function countsCommand(program: Command, t: TFunction, at: AtWorkspace): void {
  program
    .command('counts')
    .description(t('counts.description'))
    .option('--from <month>', t('counts.option.from'))
    .option('--to <month>', t('counts.option.to'))
    .option('--by <keys>', t('counts.option.by', { keys: countKeys.join(', ') }), 'month')
    .option('--mine', t('counts.option.mine'))
    .option('--out <file>', t('option.out'))
    .option('--json', t('option.json'))
    .action((options: Options, command: Command) => {
      const by = keysIn(options.by)
      if (by === null) return command.error(t('counts.byWrong', { keys: countKeys.join(', ') }))
      for (const month of [options.from, options.to])
        if (month !== undefined && !/^\d{4}-(?:0[1-9]|1[0-2])$/.test(month))
          return command.error(t('counts.monthWrong'))
      return at(options, (client) => sayCounts(client, t, by, options))
    })
}

function keysIn(list: string): readonly CountKey[] | null {
  const names = list === '' ? [] : list.split(',').map((name) => name.trim())
  const keys = countKeys.filter((key) => names.includes(key))
  return keys.length === names.length ? keys : null
}

async function sayCounts(client: Client, t: TFunction, by: readonly CountKey[], options: Options): Promise<void> {
  const { from, to, mine } = options
  const json = options.json === true
  const query = {
    by: by.join(','),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(mine && { whose: 'me' as const }),
  }
  for (let before = Infinity; ; ) {
    const view = await client.call('counts', { query })
    if (isRefusal(view)) return printRefusal(t, view, json)
    const { left, unreadable } = view
    if (left > 0 && left < before) {
      before = left
      tell(t('counts.left', { count: left }))
      continue
    }
    if (unreadable > 0) tell(t('counts.unreadable', { count: unreadable }))
    if (json) return printJson(view)
    break
  }
  const file = await client.call('exportCounts', { query })
  return isRefusal(file) ? printRefusal(t, file, json) : printFile(file, options.out)
}
