import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expectDefined } from '../../model/expect.ts'
import { lockWorkspace } from './lock.ts'

/** Locks a workspace and keeps no reference to the lock, as a careless caller may. */
function take(dir: string): string {
  const got = lockWorkspace(dir)
  if (got.type === 'lock') got.announce('http://127.0.0.1:1234')
  return got.type
}

/** A process that locks the workspace of its first argument, prints the result, and stays until it is ended. */
const got = take(expectDefined(process.argv[2], 'the workspace to lock'))
setFlagsFromString('--expose-gc')
runInNewContext('gc')()
console.log(got)
if (got === 'lock') setInterval(() => undefined, 60_000)
