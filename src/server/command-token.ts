import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type RouteName, routeNames, routes } from '../contract/routes.ts'

/**
 * The command line uses a token to talk to the server that has the workspace open. Each start makes a new token, in a
 * file that only its owner can read. It opens only the routes that the table marks for the terminal; nothing can be
 * revised or signed with it.
 */
export const commandRoutes: ReadonlySet<RouteName> = new Set(routeNames.filter((name) => 'terminal' in routes[name]))

const fileName = 'command-token'

export interface CommandToken {
  /** Whether an `Authorization` header has the token; takes the same time either way. */
  matches(authorization: string | undefined): boolean
  remove(): void
}

/** `workspace`: the folder of the file; null for a token that is in no file. */
export function issueCommandToken(workspace: string | null): CommandToken & { readonly token: string } {
  const token = randomBytes(32).toString('base64url')
  const file = workspace === null ? null : join(workspace, fileName)
  if (workspace !== null && file !== null) {
    mkdirSync(workspace, { recursive: true, mode: 0o700 })
    rmSync(file, { force: true })
    writeFileSync(file, token, { mode: 0o600 })
  }
  const expected = hash(`Bearer ${token}`)
  return {
    token,
    matches: (authorization) => timingSafeEqual(hash(authorization ?? ''), expected),
    remove: () => file !== null && rmSync(file, { force: true }),
  }
}

/** The token of the server that has the workspace open; null if this user may not read it. */
export function readCommandToken(workspace: string): string | null {
  try {
    return readFileSync(join(workspace, fileName), 'utf8')
  } catch {
    return null
  }
}

function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
