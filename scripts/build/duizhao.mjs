#!/usr/bin/env node
// Starts the packaged command line. It is old JavaScript, so that a Node.js too old for the rest gets a clear line.
import module from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import v8 from 'node:v8'

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 13)) {
  console.error(`Duizhao needs Node.js 22.13 or newer; this is ${process.version}.`)
  process.exit(1)
}
// What was compiled once is kept, so that a command answers sooner; threads learn of it from the environment.
process.env.NODE_COMPILE_CACHE ??= join(tmpdir(), 'node-compile-cache')
module.enableCompileCache(process.env.NODE_COMPILE_CACHE)
// As in scripts/run.mjs.
if (process.argv.includes('serve')) {
  v8.setFlagsFromString('--semi-space-growth-factor=1')
  v8.setFlagsFromString('--heap-growing-percent=60')
}
await import('../src/cli/main.js')
