import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import { atWorkspace, workspaceFolder } from './at-workspace.ts'
import { documentCommands } from './commands/documents.ts'
import { segmentCommand } from './commands/segment.ts'
import { serveCommand } from './commands/serve.ts'
import { userCommands } from './commands/user.ts'
import { verifyCommand } from './commands/verify.ts'
import { exitCodes } from './outcome.ts'
import { words } from './words.ts'

const t = words(process.env)
const program = new Command('duizhao')
  .description(t('description'))
  .version(JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version)
  .option('--workspace <folder>', t('option.workspace'))
  .option('--as <login>', t('option.as'))
  .exitOverride((error) => {
    process.exit(error.exitCode === 0 ? exitCodes.done : exitCodes.usage)
  })

const folder = () => workspaceFolder(program.opts<{ workspace?: string }>().workspace, process.env)
const at = atWorkspace(t, folder, () => program.opts<{ as?: string }>().as)
serveCommand(program, t, folder)
segmentCommand(program, t)
documentCommands(program, t, at)
verifyCommand(program, t, folder)
userCommands(program, t, at)

// A reader that has seen enough, such as head, closes the pipe: no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

try {
  await program.parseAsync()
} catch (error) {
  // A file that is not there is the caller's slip; anything else is a fault and keeps its trace.
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  process.stderr.write(`${(error as Error).message}\n`)
  process.exitCode = exitCodes.usage
}
