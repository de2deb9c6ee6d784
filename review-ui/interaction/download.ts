import { membersOf } from '../../src/model/names.ts'
import { isRefusal } from '../../src/model/refusal.ts'
import type { Failure } from '../api.ts'

/** Hands a file to the browser to be saved. */
export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}

/** Fetches a file of the server and saves it under the name that the server gives it; or gives what came instead. */
export async function download(address: string): Promise<Failure | null> {
  try {
    const response = await fetch(address, { credentials: 'same-origin' })
    if (!response.ok) {
      const { refusal } = membersOf(await response.json())
      return isRefusal(refusal) ? refusal : { type: 'unreachable', cause: response.status }
    }
    const [, name = 'download'] = /filename="?([\w.-]+)/.exec(response.headers.get('content-disposition') ?? '') ?? []
    saveFile(await response.blob(), name)
    return null
  } catch (cause) {
    return { type: 'unreachable', cause }
  }
}
