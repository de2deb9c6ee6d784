import { expectDefined } from '../../model/expect.ts'
import { readPublicAddress } from '../public-address.ts'
import { startServer } from '../start.ts'

/**
 * A server in a process of its own, on the database and the workspace of its environment. It prints where it listens and
 * the one-time links, as one line of JSON, and runs until it is ended.
 */
const address = process.env.DUIZHAO_ADDRESS
const server = await startServer({
  workspace: expectDefined(process.env.DUIZHAO_WORKSPACE, 'the folder of the workspace'),
  database: expectDefined(process.env.DUIZHAO_DATABASE_URL, 'the database'),
  port: 0,
  room: false,
  sample: true,
  invite: 'once',
  ...(address !== undefined && { address: expectDefined(readPublicAddress(address) ?? undefined, 'a public address') }),
  log: (notice) => console.error(JSON.stringify(notice)),
})
if (server.type === 'held') throw new Error('the workspace is held')
const { invitations, port } = server
console.log(JSON.stringify({ address: server.address, port, invitations }))
process.on('SIGTERM', () => void server.stop().then(() => process.exit(0)))
