#!/usr/bin/env node
// Starts the packaged command line. It is old JavaScript, so that a Node.js too old for the rest gets a clear line.
import module from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { becomeServerProcess } from './server-process.mjs'

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 13)) {
  console.error(`Duizhao needs Node.js 22.13 or newer; this is ${process.version}.`)
  process.exit(1)
}
if (process.argv.includes('serve')) becomeServerProcess()
// What was compiled once is kept, so that a command answers sooner; threads learn of it from the environment.
process.env.NODE_COMPILE_CACHE ??= join(tmpdir(), 'node-compile-cache')
module.enableCompileCache(process.env.NODE_COMPILE_CACHE)
await import('../src/cli/main.js')
