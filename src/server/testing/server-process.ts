import { expectDefined } from '../../model/expect.ts'
import { startServer } from '../start.ts'

/**
 * A server in a process of its own, on the database and the workspace of its environment. It prints where it listens and
 * the one-time links, as one line of JSON, and runs until it is ended.
 */
const server = await startServer({
  workspace: expectDefined(process.env.DUIZHAO_WORKSPACE, 'the folder of the workspace'),
  database: expectDefined(process.env.DUIZHAO_DATABASE_URL, 'the database'),
  port: 0,
  room: false,
  sample: true,
  invite: 'once',
  log: (notice) => console.error(JSON.stringify(notice)),
})
if (server.type === 'held') throw new Error('the workspace is held')
const { address, invitations } = server
console.log(JSON.stringify({ address, invitations }))
process.on('SIGTERM', () => void server.stop().then(() => process.exit(0)))
