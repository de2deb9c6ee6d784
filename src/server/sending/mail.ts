import { createTransport } from 'nodemailer'
import { membersOf } from '../../model/names.ts'
import type { DeliveryTry } from '../../model/outbox.ts'
import type { OutgoingMail, SendMail } from '../../ports/mail.ts'
import { faultOf, targetOf } from './target.ts'

/** A server has so long for the whole of an e-mail, in milliseconds. */
const mailTime = 30_000

/**
 * Sends by SMTP. A server may be on this machine or in the network of the house; without TLS, it has to be. Nobody's own
 * services of a cloud are reached, whatever a name resolves to. Times out after `within` milliseconds.
 */
export function createSendMail({ within = mailTime }: { readonly within?: number } = {}): SendMail {
  return async (mail, signal) => {
    signal.throwIfAborted()
    const timeout = AbortSignal.timeout(within)
    const both = AbortSignal.any([signal, timeout])
    try {
      const { host, tls } = mail.server
      const target = await targetOf(host, { private: true, open: tls === 'none' }, both)
      if (typeof target === 'string') return { type: 'failed', fault: target, status: 0 }
      return await send(mail, target.address, within, both)
    } catch (error) {
      signal.throwIfAborted()
      return failureOf(error, timeout.aborted)
    }
  }
}

async function send(
  { server, to, id, at, subject, text, html }: OutgoingMail,
  address: string,
  within: number,
  signal: AbortSignal,
): Promise<DeliveryTry> {
  const { host, port, tls, user, password = '', from } = server
  const transport = createTransport({
    host: address,
    port,
    secure: tls === 'implicit',
    requireTLS: tls === 'starttls',
    ignoreTLS: tls === 'none',
    // A certificate is of the name, or of the address where that is all there is.
    ...(/[a-z]/i.test(host) && !host.includes(':') && { servername: host }),
    tls: { minVersion: 'TLSv1.2' },
    ...(user !== '' && { auth: { user, pass: password } }),
    connectionTimeout: within,
    greetingTimeout: within,
    socketTimeout: within,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const aborted = new Promise<never>((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  const message = {
    from: { name: '对照 Duizhao', address: from },
    to: { name: '', address: to },
    envelope: { from, to },
    messageId: `<${id}@${from.slice(from.indexOf('@') + 1)}>`,
    date: new Date(at),
    subject,
    text,
    html,
    // Nobody's holiday answer comes back to the office (RFC 3834).
    headers: { 'auto-submitted': 'auto-generated' },
  }
  try {
    const { response } = await Promise.race([transport.sendMail(message), aborted])
    return { type: 'delivered', status: Number(/^\d{3}/.exec(response)?.[0] ?? 250) }
  } finally {
    transport.close()
  }
}

/** What nodemailer throws, in our words: by its code, and by the status that the server gave. */
function failureOf(error: unknown, isLate: boolean): DeliveryTry {
  const { code, responseCode } = membersOf(error)
  const status = typeof responseCode === 'number' ? responseCode : 0
  const failed = (fault: Extract<DeliveryTry, { readonly type: 'failed' }>['fault']) =>
    ({ type: 'failed', fault, status }) as const
  if (isLate || code === 'ETIMEDOUT') return failed('timeout')
  if (code === 'EAUTH' || code === 'ENOAUTH') return failed('sign-in-refused')
  if (code === 'ETLS') return failed(isCertificate(error) ? 'not-trusted' : 'no-tls')
  if (code === 'EENVELOPE' && status > 0) return failed('recipient-refused')
  if (status > 0) return failed('refused')
  return failed(isCertificate(error) ? 'not-trusted' : faultOf(error))
}

function isCertificate(error: unknown): boolean {
  const { message, cause } = membersOf(error)
  return /certificate|altnames|self[- ]signed/i.test(String(message)) || (cause !== undefined && isCertificate(cause))
}
