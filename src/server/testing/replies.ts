import assert from 'node:assert/strict'
import { routeNames, routes } from '../../contract/routes.ts'

/** Holds a reply with status 200 against the schema of its route: neither a member too few nor one too many. */
export function holdReply(method: string, address: string, reply: unknown): void {
  const path = address.split('?')[0] ?? ''
  const name = routeNames.find(
    (candidate) =>
      routes[candidate].method === method &&
      new RegExp(`^${routes[candidate].path.replace(/:\w+/g, '[^/]+')}$`).test(path),
  )
  if (name === undefined) return
  const schema = routes[name].reply
  if (typeof schema === 'string') return
  const read = schema.safeParse(reply)
  assert.ok(read.success, `${name} answers what its schema does not have: ${read.error}`)
  assert.deepEqual(reply, read.data, `${name} answers members that its schema does not have`)
}
