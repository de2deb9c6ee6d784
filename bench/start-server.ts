/** The server that `start.ts` measures. It tells its parent when it has begun, and when it has checked its ledger. */
import './server-flags.ts'
import type { Ready } from './main-thread-server.ts'

/** What the parent is told first. */
export interface Begun extends Ready {
  /** The most that the process held in memory until now. */
  readonly megabytes: number
}

/** What the parent is told when the whole ledger was read. */
export type Checked = Pick<Begun, 'megabytes'>

const most = () => process.resourceUsage().maxRSS / 1024
const [folder = ''] = process.argv.slice(2)
const { startServer } = await import('../src/server/start.ts')
const server = await startServer({
  workspace: folder,
  port: 0,
  room: true,
  sample: false,
  log: (notice) => {
    if (notice.type === 'ledger-checked') process.send?.({ megabytes: most() } satisfies Checked)
  },
})
if (server.type === 'held') throw new Error('the workspace is held')
process.on('message', () => void server.stop().then(() => process.exit()))
process.on('disconnect', () => process.exit())
const { address, invitations } = server
process.send?.({ address, invitations, megabytes: most() } satisfies Begun)
