import type { v3 } from '@google-cloud/translate'
import type { Refusal } from '../../model/refusal.ts'
import { unlessAborted } from '../abort.ts'
import { judgeCredentials } from './errors.ts'

export type GoogleClient = v3.TranslationServiceClient

/** Options of the client library, and the origin of Cloud Storage, for services elsewhere: for tests on this machine. */
export type GoogleConnection = NonNullable<ConstructorParameters<typeof v3.TranslationServiceClient>[0]> & {
  readonly storage?: string
}

/** Gives the client of a project, which is opened once, or why there is none. */
export function createClientSource(project: string, { storage: _, ...options }: GoogleConnection) {
  let opened: GoogleClient | undefined

  /** Opened at the first use, since loading the library is slow, and checked, since without credentials it ends the process. */
  return async function open(signal: AbortSignal): Promise<GoogleClient | Refusal> {
    if (opened) return opened
    try {
      const { v3 } = await import('@google-cloud/translate')
      const client = new v3.TranslationServiceClient({ fallback: true, projectId: project, ...options })
      await unlessAborted(client.auth.getClient(), signal)
      await unlessAborted(client.initialize(), signal)
      opened = client
      return client
    } catch (error) {
      signal.throwIfAborted()
      return judgeCredentials(error, project).refusal
    }
  }
}
