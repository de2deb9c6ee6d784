// Runs a TypeScript file of this project: `node scripts/run.mjs <file> [arguments]`. It is JavaScript, so that a Node.js
// too old for TypeScript gets a clear line and not a stack trace.
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

if (Number(process.versions.node.split('.')[0]) < 24) {
  console.error(
    `Duizhao needs Node.js 24 or newer; this is ${process.version}. Run "npm ci" again, or install Node.js 24.`,
  )
  process.exit(1)
}
const [file] = process.argv.splice(2, 1)
process.argv[1] = resolve(file)
await import(pathToFileURL(process.argv[1]).href)
