import { runCommand } from './run.ts'

// A reader such as head may close the pipe early, and a closed terminal accepts no more output.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE' || error.code === 'EIO') process.exit()
    throw error
  })
}

await runCommand(process.argv.slice(2), process.env)
