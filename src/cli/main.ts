import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import { membersOf } from '../model/names.ts'
import { atWorkspace, workspaceFolder } from './at-workspace.ts'
import { alignCommand } from './commands/align.ts'
import { analyseCommand } from './commands/analyse.ts'
import { documentCommands } from './commands/documents.ts'
import { engineCommands } from './commands/engine.ts'
import { memoryCommand } from './commands/memory.ts'
import { openApiCommand } from './commands/openapi.ts'
import { quantitiesCommand } from './commands/quantities.ts'
import { segmentCommand } from './commands/segment.ts'
import { serveCommand } from './commands/serve.ts'
import { termsCommands } from './commands/terms.ts'
import { termsExtractCommand } from './commands/terms-extract.ts'
import { userCommands } from './commands/user.ts'
import { verifyCommand } from './commands/verify.ts'
import { tellFailure } from './failure.ts'
import { noticesTo } from './notices.ts'
import { exitCodes } from './outcome.ts'
import { words } from './words.ts'

const t = words(process.env)
const program = new Command('duizhao')
  .description(t('description'))
  .version(
    String(membersOf(JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))).version),
    '--version',
    t('option.version'),
  )
  .helpOption('--help', t('option.help'))
  .helpCommand('help [command]', t('help.description'))
  .showHelpAfterError(t('usage.hint'))
  .option('--workspace <folder>', t('option.workspace'))
  .option('--as <login>', t('option.as'))
  .exitOverride((error) => {
    process.exit(error.exitCode === 0 ? exitCodes.done : exitCodes.usage)
  })

const folder = () => workspaceFolder(program.opts<{ workspace?: string }>().workspace, process.env)
const log = noticesTo(t)
const at = atWorkspace(t, log, folder, () => program.opts<{ as?: string }>().as)
serveCommand(program, t, log, folder)
segmentCommand(program, t)
quantitiesCommand(program, t)
alignCommand(program, t)
documentCommands(program, t, at)
analyseCommand(program, t, at)
engineCommands(program, t, at, folder)
memoryCommand(program, t, at)
termsExtractCommand(program, t)
termsCommands(program, t, at)
verifyCommand(program, t, folder)
openApiCommand(program, t)
userCommands(program, t, at)

// A reader such as head may close the pipe early, and a closed terminal accepts no more output.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE' || error.code === 'EIO') process.exit()
    throw error
  })
}

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = tellFailure(t, error)
}
