import type {} from './api.ts'
import { documentAt, packedPath, sessionPath } from './document-at.ts'

/**
 * Runs before the script of the page is read, and asks the server meanwhile for what that will ask for first: who is
 * signed in and, for somebody who is, the document at this address. `api.ts` takes the answers. It is a script of the
 * classic kind, which runs as soon as it has come.
 */
const script = document.currentScript
const folder = script instanceof HTMLScriptElement ? script.src : location.href
const pathOf = (path: string) => new URL(path, folder).pathname

const session = fetch(pathOf(sessionPath))
const begun = new Map<string, Promise<Response | null>>([[pathOf(sessionPath), session]])
const id = documentAt(location.pathname)
if (id !== null) {
  const isSignedIn = async () => {
    const answer = await session
    return answer.ok && (await answer.clone().json()).person !== null
  }
  const packed = pathOf(packedPath(id))
  begun.set(
    packed,
    isSignedIn().then((signedIn) => (signedIn ? fetch(packed) : null)),
  )
}
// Where one failed it is asked again, and the page says what is wrong.
globalThis.begunCalls = new Map([...begun].map(([path, answer]) => [path, answer.catch(() => null)]))
