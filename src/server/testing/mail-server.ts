import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** An e-mail as it came: the addresses it was given with, and its lines. */
export interface ReceivedMail {
  readonly from: string
  readonly to: readonly string[]
  readonly source: string
  readonly id: string
  readonly secure: boolean
}

/** How a server takes the next e-mail: `hang` never answers, `cut` closes the connection while it is being sent, a number refuses with that status. */
export type MailAnswer = 'take' | 'hang' | 'cut' | number

/** A real server of SMTP on loopback. It takes everything unless `answers` has something else for the next e-mails. */
export interface TestMailServer {
  readonly port: number
  readonly received: readonly ReceivedMail[]
  readonly answers: MailAnswer[]
  /** How it takes the next addresses. */
  readonly addresses: number[]
  /** The first e-mail for which this holds, once it has come. */
  first(holds: (mail: ReceivedMail) => boolean): Promise<ReceivedMail>
  stop(): Promise<void>
}

/** `password`: what `office` signs in with; without one, nobody signs in. `tls`: whether STARTTLS is offered, with a certificate that nobody trusts. */
export async function startMailServer({
  password,
  tls = false,
}: {
  readonly password?: string
  readonly tls?: boolean
} = {}): Promise<TestMailServer> {
  const received: ReceivedMail[] = []
  const answers: MailAnswer[] = []
  const addresses: number[] = []
  const waiting = new Set<() => void>()
  const sockets = new Set<Socket>()
  const refusal = (status: number) => Object.assign(new Error('not now'), { responseCode: status })
  const server = new SMTPServer({
    disabledCommands: tls ? [] : ['STARTTLS'],
    authOptional: password === undefined,
    allowInsecureAuth: true,
    closeTimeout: 10,
    disableReverseLookup: true,
    onAuth({ username, password: given }, _session, callback) {
      if (username === 'office' && given === password) callback(null, { user: username })
      else callback(new Error('wrong'))
    },
    onRcptTo(_address, _session, callback) {
      const status = addresses.shift()
      callback(status === undefined ? null : refusal(status))
    },
    async onData(stream, { envelope, secure }, callback) {
      const answer = answers.shift() ?? 'take'
      if (answer === 'cut') for (const socket of sockets) socket.destroy()
      let source = ''
      try {
        for await (const piece of stream.setEncoding('utf8')) source += piece
      } catch {
        return
      }
      const id = /^message-id: (.*)$/im.exec(source)?.[1]?.trim() ?? ''
      const to = envelope.rcptTo.map(({ address }) => address)
      const from = envelope.mailFrom ? envelope.mailFrom.address : ''
      if (answer !== 'cut') received.push({ from, to, source, id, secure })
      for (const wake of [...waiting]) wake()
      if (answer === 'take') callback(null)
      if (typeof answer === 'number') callback(refusal(answer))
    },
  })
  server.on('error', () => {})
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  // biome-ignore lint/plugin/no-cast: a server that listens on a port has an address
  const { port } = server.server.address() as AddressInfo
  return {
    port,
    received,
    answers,
    addresses,
    async first(holds) {
      for (;;) {
        const found = received.find(holds)
        if (found) return found
        await new Promise<void>((resolve) => {
          const wake = () => {
            waiting.delete(wake)
            resolve()
          }
          waiting.add(wake)
        })
      }
    },
    async stop() {
      for (const socket of sockets) socket.destroy()
      await new Promise<void>((resolve) => server.close(resolve))
    },
  }
}
