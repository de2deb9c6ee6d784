import { randomUUID } from 'node:crypto'
import type { Command } from 'commander'
import type { TFunction } from 'i18next'
import type { ReplaceRefused, ReplaceView } from '../../contract/views/replacing.ts'
import { isRefusal } from '../../model/refusal.ts'
import type { Search } from '../../model/search.ts'
import { type SegmentStateName, segmentStates } from '../../model/state.ts'
import type { AtWorkspace } from '../at-workspace.ts'
import type { Client } from '../client.ts'
import { exitCodes, printJson, printRefusal, say, tell } from '../outcome.ts'
import { terminal } from '../terminal.ts'

interface Options {
  readonly words?: true
  readonly expression?: true
  readonly capitals?: true
  readonly chinese?: string
  readonly states?: string
  readonly take?: true
  readonly json?: true
}

/** The word for all documents, where one is named. */
const all = 'all'

/**
 * `replace DOCUMENT FIND REPLACEMENT`: says of each place what would come of it; with `--take` it is done, as edits of the
 * person whom `--as` names, who signs in for that with the password. `undo-replace` takes an act back.
 */
export function replaceCommands(program: Command, t: TFunction, at: AtWorkspace): void {
  const login = () => program.opts<{ as?: string }>().as
  program
    .command('replace')
    .argument('<document>', t('replace.argument.document'))
    .argument('<find>', t('replace.argument.find'))
    .argument('<replacement>', t('replace.argument.replacement'))
    .description(t('replace.description'))
    .option('--words', t('replace.option.words'))
    .option('--expression', t('replace.option.expression'))
    .option('--capitals', t('replace.option.capitals'))
    .option('--chinese <text>', t('replace.option.chinese'))
    .option('--states <states>', t('replace.option.states'))
    .option('--take', t('replace.option.take'))
    .option('--json', t('option.json'))
    .action((document: string, find: string, replacement: string, options: Options, command: Command) => {
      const states = statesOf(options.states)
      if (states === null) return command.error(t('replace.statesWrong', { states: segmentStates.join(', ') }))
      if (login() === undefined) return command.error(t('replace.whose'))
      const mode = options.expression ? 'expression' : options.words ? 'words' : 'plain'
      const search: Search = { find, mode, capitals: options.capitals === true, replacement }
      const wanted = { search, states, chinese: options.chinese ?? '', ...(document !== all && { document }) }
      return at(options, (client) => replace(client, t, wanted, { ...options, login: login() ?? '' }))
    })
  program
    .command('undo-replace')
    .argument('<act>', t('replace.argument.act'))
    .argument('<documents...>', t('replace.argument.documents'))
    .description(t('replace.undo'))
    .option('--json', t('option.json'))
    .action((act: string, documents: string[], options: Pick<Options, 'json'>, command: Command) => {
      if (login() === undefined) return command.error(t('replace.whose'))
      return at(options, (client) =>
        undo(client, t, { act, documents, login: login() ?? '', json: options.json === true }),
      )
    })
}

/** The states of a list with commas; those that are not signed without one. Null where one of them is none. */
function statesOf(list: string | undefined): SegmentStateName[] | null {
  if (list === undefined) return segmentStates.filter((state) => state !== 'final')
  const names = list.split(',').map((name) => name.trim())
  const states = segmentStates.filter((state) => names.includes(state))
  return states.length === names.length ? states : null
}

interface Wanted {
  readonly search: Search
  readonly states: SegmentStateName[]
  readonly chinese: string
  readonly document?: string
}

async function replace(
  client: Client,
  t: TFunction,
  wanted: Wanted,
  { take, login, json = false }: { readonly take?: true; readonly login: string; readonly json?: boolean },
): Promise<void> {
  const view = await client.call('lookAtReplacement', { body: wanted })
  if (isRefusal(view)) return printRefusal(t, view, json)
  if (!json) tellView(view, t)
  if (!take) {
    if (json) printJson(view)
    return
  }
  const chosen = view.documents.map(({ id: document, segments }) => ({
    document,
    segments: segments
      .filter(({ blocked }) => blocked === null)
      .map(({ id: segment, version }) => ({ segment, version })),
  }))
  const { search, states } = wanted
  const body = { act: `cli-${randomUUID()}`, search, signed: states.includes('final'), chosen }
  const password = await terminal().secret(t('return.password', { login }))
  const done = await client.inSession(password, (session) => session.call('replaceWords', { body }))
  if (isRefusal(done)) return printRefusal(t, done, json)
  if (json) printJson({ ...view, done })
  else {
    tellRefused(done.refused, t)
    tell(t('replace.done', { places: done.places, segments: done.segments }))
    const documents = chosen.filter(({ segments }) => segments.length > 0).map(({ document }) => document)
    if (done.segments > 0) tell(t('replace.howBack', { act: done.act, documents: documents.join(' ') }))
  }
  if (done.refused.length > 0) terminal().endWith(exitCodes.found)
}

async function undo(
  client: Client,
  t: TFunction,
  {
    act,
    documents,
    login,
    json,
  }: { readonly act: string; readonly documents: string[]; readonly login: string; readonly json: boolean },
): Promise<void> {
  const password = await terminal().secret(t('return.password', { login }))
  const undone = await client.inSession(password, (session) =>
    session.call('undoReplacement', { params: { act }, body: { documents } }),
  )
  if (isRefusal(undone)) return printRefusal(t, undone, json)
  if (json) printJson(undone)
  else {
    tellRefused(undone.refused, t)
    tell(t('replace.undone', { count: undone.segments }))
  }
  if (undone.refused.length > 0) terminal().endWith(exitCodes.found)
}

function tellView({ documents, more }: ReplaceView, t: TFunction): void {
  let places = 0
  let sentences = 0
  for (const { id, segments, signed } of documents) {
    for (const segment of segments) {
      const { number, target, places: found, blocked, falls, findings } = segment
      say(`${id}\t${number}\t${marked(target, found)}`)
      if (blocked !== null) say(`\t\t${t(`refusals:${blocked.code}`, { ...blocked.params, segment: String(number) })}`)
      else {
        places += found.length
        sentences += 1
        if (falls !== null && falls.what !== 'translated')
          say(`\t\t${t(`replace.falls.${falls.what}`, { name: falls.name })}`)
      }
      for (const { code, severity, params } of findings) {
        say(`\t\t${t(`severity.${severity}`)}: ${t(`findings:${code}`, { ...params })}`)
      }
    }
    if (signed > 0) say(`${id}\t\t${t('replace.signed', { count: signed })}`)
  }
  if (more) tell(t('replace.more'))
  tell(t('replace.counted', { places, sentences }))
}

/** The English with each place as it is and as it would be. */
function marked(target: string, places: ReplaceView['documents'][number]['segments'][number]['places']): string {
  let line = ''
  let end = 0
  for (const place of places) {
    line += `${target.slice(end, place.from)}[${target.slice(place.from, place.to)} → ${place.with}]`
    end = place.to
  }
  return line + target.slice(end)
}

function tellRefused(refused: readonly ReplaceRefused[], t: TFunction): void {
  for (const { document, number, refusal } of refused) {
    say(`${document}\t${number}\t${t(`refusals:${refusal.code}`, { ...refusal.params, segment: String(number) })}`)
  }
}
