import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type RouteName, routeNames, routes } from '../contract/routes.ts'

/**
 * The command line speaks to the server that holds the workspace with a token made anew at each start and kept in a
 * file only its owner can read. It opens the routes the table
 * marks for the terminal and no more: nothing is revised or signed with it.
 */
export const commandRoutes: ReadonlySet<RouteName> = new Set(routeNames.filter((name) => 'terminal' in routes[name]))

const fileName = 'command-token'

export interface CommandToken {
  /** Whether an `Authorization` header carries it; takes the same time either way. */
  matches(authorization: string | undefined): boolean
  remove(): void
}

export function issueCommandToken(workspace: string): CommandToken & { readonly token: string } {
  mkdirSync(workspace, { recursive: true, mode: 0o700 })
  const token = randomBytes(32).toString('base64url')
  const file = join(workspace, fileName)
  rmSync(file, { force: true })
  writeFileSync(file, token, { mode: 0o600 })
  const expected = hash(`Bearer ${token}`)
  return {
    token,
    matches: (authorization) => timingSafeEqual(hash(authorization ?? ''), expected),
    remove: () => rmSync(file, { force: true }),
  }
}

/** The token of the server that holds the workspace; null where this user may not read it. */
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
