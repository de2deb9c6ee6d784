import { basename } from 'node:path'
import { type Command, Option } from 'commander'
import type { TFunction } from 'i18next'
import { formats } from '../../formats/registry.ts'
import { isRefusal, type Refusal } from '../../model/refusal.ts'
import { formatNamed, isApart } from '../../ports/format.ts'
import { dialects } from '../../server/proofreader.ts'
import type { AtWorkspace } from '../at-workspace.ts'
import { tellChecked } from '../checked.ts'
import type { Client } from '../client.ts'
import { tellFailure } from '../failure.ts'
import { readInput } from '../input.ts'
import { noticeWords } from '../notices.ts'
import { exitCodes, printFile, printJson, printRefusal, say, tell } from '../outcome.ts'
import { type TableOptions, withTableOptions } from '../table-option.ts'
import { terminal } from '../terminal.ts'
import type { PairOptions } from './check-pairs.ts'
import { draftCommand } from './draft.ts'

interface Options {
  readonly json?: true
}

/** Commands on documents. Each speaks the same API as the page. */
export function documentCommands(program: Command, t: TFunction, at: AtWorkspace): void {
  importCommand(program, t, at)
  draftCommand(program, t, at)
  checkCommand(program, t, at)
  exportCommand(program, t, at)
  publishCommand(program, t, at)
  withdrawCommand(program, t, at)
}

function importCommand(program: Command, t: TFunction, at: AtWorkspace): void {
  const command = program
    .command('import')
    .argument('<files...>', t('argument.files'))
    .description(t('import.description'))
  withTableOptions(command, t)
    .option('--over <document>', t('option.over'))
    .option('--look', t('option.look'))
    .option('--json', t('option.json'))
    .action((files: string[], options: Options & TableOptions & { over?: string; look?: true }, command: Command) => {
      const { over, look } = options
      const [file] = files
      if (over === undefined && look) return command.error(t('import.lookAlone'))
      if (over !== undefined && (file === undefined || files.length > 1)) return command.error(t('import.overOne'))
      if (over === undefined || file === undefined) {
        return at({ ...options, makes: true }, async (client) => {
          for (const file of files) await importFile(client, file, options, t)
        })
      }
      return at(options, (client) => importOver(client, { document: over, file, looks: look === true }, options, t))
    })
}

/** Takes a file as the new version of a document's source, or only tells what it would change. */
async function importOver(
  client: Client,
  { document, file, looks }: { readonly document: string; readonly file: string; readonly looks: boolean },
  { json = false }: { readonly json?: boolean },
  t: TFunction,
): Promise<void> {
  const bytes = await readOrTell(file, t)
  if (bytes === null) return
  if (isRefusal(bytes)) return printRefusal(t, bytes, json, file)
  const params = { document }
  const filename = basename(file)
  const compared = await client.call('compareVersion', { params, query: { filename }, bytes })
  if (isRefusal(compared)) return printRefusal(t, compared, json, file)
  if (!looks) {
    const { sequence } = compared
    const done = await client.call('replaceSource', { params, query: { filename, sequence }, bytes })
    if (isRefusal(done)) return printRefusal(t, done, json, file)
  }
  if (json) return printJson({ file, taken: !looks, ...compared })
  say(t(looks ? 'import.compared' : 'import.replaced', { file, ...compared.counts }))
  for (const { type, id, now, was } of compared.changes) {
    const text = type === 'changed' ? `${was?.source} → ${now}` : (now ?? was?.source)
    say(`  ${t(`import.change.${type}`)}\t${id}\t${text}`)
  }
  for (const notice of compared.notices) say(`  ${noticeWords(notice, t)}`)
}

async function readOrTell(file: string, t: TFunction) {
  return readInput(file).catch((error) => {
    terminal().endWith(tellFailure(t, error))
    return null
  })
}

async function importFile(
  client: Client,
  file: string,
  { json: asJson, columns, sheet }: Options & TableOptions,
  t: TFunction,
): Promise<void> {
  const json = asJson === true
  const bytes = await readOrTell(file, t)
  if (bytes === null) return
  const memory = !isRefusal(formatNamed(formats.memories, file))
  const query = { filename: basename(file) }
  const cells = { ...(columns !== undefined && { columns }), ...(sheet !== undefined && { sheet }) }
  const send = (content: Exclude<typeof bytes, Refusal>) =>
    memory
      ? client.call('importMemory', { query, bytes: content })
      : client.call('importDocument', { query: { ...query, ...cells }, bytes: content })
  const reply = isRefusal(bytes) ? bytes : await send(bytes)
  if (isRefusal(reply)) printRefusal(t, reply, json, file)
  else if (json) printJson({ file, ...reply })
  else {
    say(t(memory ? 'import.memory' : 'import.done', { file, ...reply }))
    for (const notice of reply.notices) say(`  ${noticeWords(notice, t)}`)
  }
}

function checkCommand(program: Command, t: TFunction, at: AtWorkspace): void {
  program
    .command('check')
    .argument('[document]', t('argument.document'))
    .description(t('check.description'))
    .option('--pairs <file>', t('option.pairs'))
    .option('--glossary <file>', t('option.glossary'))
    .addOption(new Option('--proof [dialect]', t('option.proof')).choices(dialects).preset('american'))
    .option('--across', t('option.across'))
    .option('--no-across', t('option.noAcross'))
    .option('--json', t('option.json'))
    .action(async (document: string | undefined, options: PairOptions & { pairs?: string }, command: Command) => {
      const { pairs, glossary, proof, across } = options
      // An option that would be passed over in silence makes a check look wider than it was.
      const unused = pairs === undefined && (glossary ?? proof ?? across) !== undefined
      if (document !== undefined && (pairs !== undefined || unused)) return command.error(t('check.either'))
      if (pairs !== undefined) {
        // Loaded only here: the checks and the proofreader take longer to load than most commands to run.
        const { checkPairs } = await import('./check-pairs.ts')
        return checkPairs(pairs, options, t)
      }
      if (document === undefined) return command.error(t('check.nothing'))
      return at(options, (client) => checkDocument(client, document, options.json === true, t))
    })
}

async function checkDocument(client: Client, document: string, json: boolean, t: TFunction): Promise<void> {
  const reply = await client.call('findings', { params: { document } })
  if (isRefusal(reply)) return printRefusal(t, reply, json)
  const errors = reply.findings.filter((finding) => finding.severity === 'error' && !finding.waived)
  if (json) printJson(reply)
  else {
    for (const { segment, severity, code, params, waived } of reply.findings) {
      const mark = waived ? t('check.waived') : t(`severity.${severity}`)
      say(`${segment}\t${mark}\t${t(`findings:${code}`, { ...params })}`)
    }
    const { segments, checks, checker } = reply.checked
    tell(t('check.counted', { count: reply.findings.length, errors: errors.length }))
    tellChecked({ pairs: segments, skipped: 0, checks, notRun: [], checker }, t)
  }
  if (errors.length > 0) terminal().endWith(exitCodes.found)
}

/** The formats in which a document that came in one goes out in its own shape. */
const ownShapes = formats.documents.flatMap((format) =>
  'rewrite' in format || 'refill' in format ? [format.name] : [],
)

/** A page for a reviewer outside goes out by `review-file`. */
function exportCommand(program: Command, t: TFunction, at: AtWorkspace): void {
  program
    .command('export')
    .argument('<document>', t('argument.document'))
    .description(t('export.description'))
    .addOption(
      new Option('--format <format>', t('option.format'))
        .choices([...Object.keys(formats.exports).filter((format) => !isApart(format)), ...ownShapes])
        .makeOptionMandatory(),
    )
    .option('--out <file>', t('option.out'))
    .action((document: string, options: Options & { format: string; out?: string }) =>
      at(options, async (client) => {
        const bytes = await client.call('exportDocument', { params: { document, format: options.format } })
        return isRefusal(bytes) ? printRefusal(t, bytes, false) : printFile(bytes, options.out)
      }),
    )
}

function publishCommand(program: Command, t: TFunction, at: AtWorkspace): void {
  program
    .command('publish')
    .argument('<document>', t('argument.document'))
    .description(t('publish.description'))
    .option('--json', t('option.json'))
    .action((document: string, options: Options) =>
      at(options, async (client, { site }) => {
        const reply = await client.call('publish', { params: { document }, body: {} })
        if (isRefusal(reply)) return printRefusal(t, reply, options.json === true)
        if (options.json) printJson({ ...reply, site })
        else say(t('publish.done', { number: reply.number, site }))
      }),
    )
}

function withdrawCommand(program: Command, t: TFunction, at: AtWorkspace): void {
  program
    .command('withdraw')
    .argument('<document>', t('argument.document'))
    .argument('<number>', t('argument.release'))
    .description(t('withdraw.description'))
    .requiredOption('--reason-zh <text>', t('option.reasonZh'))
    .requiredOption('--reason-en <text>', t('option.reasonEn'))
    .option('--json', t('option.json'))
    .action((document: string, number: string, options: Options & { reasonZh: string; reasonEn: string }) =>
      at(options, async (client, { site }) => {
        const password = await terminal().secret(t('withdraw.password'))
        const body = { reason: { zh: options.reasonZh, en: options.reasonEn }, password }
        const reply = await client.call('withdrawRelease', { params: { document, number }, body })
        if (isRefusal(reply)) return printRefusal(t, reply, options.json === true)
        if (options.json) printJson({ ...reply, site })
        else say(t('withdraw.done', { number: reply.number, site }))
      }),
    )
}
