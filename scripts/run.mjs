// Runs a TypeScript file of this project: `node scripts/run.mjs <file> [arguments]`. It is JavaScript, so that a Node.js
// too old for TypeScript gets a clear line and not a stack trace.
import module from 'node:module'
import { resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { becomeServerProcess } from './build/server-process.mjs'

if (Number(process.versions.node.split('.')[0]) < 24) {
  console.error(
    `Duizhao needs Node.js 24 or newer; this is ${process.version}. Run "npm ci" again, or install Node.js 24.`,
  )
  process.exit(1)
}
if (process.argv.includes('serve')) becomeServerProcess()
// What was compiled once is kept, so that a command answers in half the time; threads learn of it from the environment.
// A folder that cannot be written is no harm.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('../node_modules/.cache/duizhao', import.meta.url))
module.enableCompileCache(process.env.NODE_COMPILE_CACHE)
const [file] = process.argv.splice(2, 1)
process.argv[1] = resolve(file)
await import(pathToFileURL(process.argv[1]).href)
