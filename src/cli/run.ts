import { readFileSync } from 'node:fs'
import { Command, CommanderError } from 'commander'
import type { TFunction } from 'i18next'
import { membersOf } from '../model/names.ts'
import { atWorkspace, workspaceFolder } from './at-workspace.ts'
import { alignCommand } from './commands/align.ts'
import { analyseCommand } from './commands/analyse.ts'
import { countsCommand } from './commands/counts.ts'
import { documentCommands } from './commands/documents.ts'
import { engineCommands } from './commands/engine.ts'
import { extractCommand } from './commands/extract.ts'
import { headsCommand } from './commands/heads.ts'
import { keyCommand } from './commands/key.ts'
import { memoryCommand } from './commands/memory.ts'
import { mergeCommand } from './commands/merge.ts'
import { moveCommand } from './commands/move.ts'
import { openApiCommand } from './commands/openapi.ts'
import { personCommands } from './commands/person.ts'
import { quantitiesCommand } from './commands/quantities.ts'
import { replaceCommands } from './commands/replace.ts'
import { returnCommand } from './commands/return.ts'
import { reviewFileCommand } from './commands/review-file.ts'
import { segmentCommand } from './commands/segment.ts'
import { serveCommand } from './commands/serve.ts'
import { termsCommands } from './commands/terms.ts'
import { termsExtractCommand } from './commands/terms-extract.ts'
import { userCommands } from './commands/user.ts'
import { verifyCommand } from './commands/verify.ts'
import { xliffCommands } from './commands/xliff.ts'
import { tellFailure } from './failure.ts'
import { noticesTo } from './notices.ts'
import { exitCodes } from './outcome.ts'
import { terminal } from './terminal.ts'
import { words } from './words.ts'

/**
 * Runs one command of `duizhao` to its end, `serve` until it is up. What goes wrong is told at the terminal and in its
 * exit code.
 *
 * @param args without the names of Node.js and of the script
 * @param environment `DUIZHAO_WORKSPACE`, and the locale that the words follow
 */
export async function runCommand(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<void> {
  const t = words(environment)
  try {
    await programme(t, environment).parseAsync(args, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) terminal().endWith(tellFailure(t, error))
    else terminal().endWith(error.exitCode === 0 ? exitCodes.done : exitCodes.usage)
  }
}

function programme(t: TFunction, environment: NodeJS.ProcessEnv): Command {
  const program = new Command('duizhao')
    .description(t('description'))
    .version(version(), '--version', t('option.version'))
    .helpOption('--help', t('option.help'))
    .helpCommand('help [command]', t('help.description'))
    .showHelpAfterError(t('usage.hint'))
    .option('--workspace <folder>', t('option.workspace'))
    .option('--as <login>', t('option.as'))
    .configureOutput({ writeOut: (text) => terminal().out(text), writeErr: (text) => terminal().err(text) })
    .exitOverride()

  const folder = () => workspaceFolder(program.opts<{ workspace?: string }>().workspace, environment)
  const log = noticesTo(t)
  const login = () => program.opts<{ as?: string }>().as
  const at = atWorkspace({ t, log, folder, login, environment })
  serveCommand(program, t, { log, folder, environment })
  segmentCommand(program, t)
  extractCommand(program, t)
  mergeCommand(program, t)
  quantitiesCommand(program, t)
  alignCommand(program, t)
  xliffCommands(program, t)
  documentCommands(program, t, at)
  returnCommand(program, t, at)
  reviewFileCommand(program, t, at)
  replaceCommands(program, t, at)
  analyseCommand(program, t, at)
  countsCommand(program, t, at)
  engineCommands(program, t, at, folder)
  memoryCommand(program, t, at)
  termsExtractCommand(program, t)
  termsCommands(program, t, at)
  verifyCommand(program, t, { folder, environment })
  headsCommand(program, t, { folder, environment })
  keyCommand(program, t, { log, folder, login, environment })
  moveCommand(program, t, { log, folder, environment })
  openApiCommand(program, t)
  userCommands(program, t, at)
  personCommands(program, t, at)
  return program
}

function version(): string {
  return String(membersOf(JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))).version)
}
