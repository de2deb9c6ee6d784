import type { MessagePort } from 'node:worker_threads'
import type { ModelFiles, ThreadReply, ThreadRequest } from './protocol.ts'

/** Translates one text. A fault is a crash of whatever does it. */
export type Translate = (text: string) => string

/** Loads a model. A fault says that its files are none that can be used. */
export type LoadModel = (files: ModelFiles) => Promise<Translate>

/** The work of a thread: loads the model it is given, and translates what comes, one text after the other. */
export function serveThread(port: MessagePort, load: LoadModel): void {
  let translate: Translate | undefined

  async function answer(request: ThreadRequest): Promise<ThreadReply> {
    if (request.type === 'load') {
      try {
        translate = await load(request.files)
        return { type: 'loaded' }
      } catch (error) {
        return { type: 'broken', detail: detailOf(error) }
      }
    }
    try {
      if (!translate) throw new Error('no model is loaded')
      return { type: 'translated', text: translate(request.text) }
    } catch (error) {
      return { type: 'crashed', detail: detailOf(error) }
    }
  }

  port.on('message', async (request: ThreadRequest) => port.postMessage(await answer(request)))
}

/** What the module said when it panicked comes before the words of the trap, which are always the same. */
function detailOf(error: unknown): string {
  const { message } = error instanceof Error ? error : new Error(String(error))
  return message.split('\n\n')[0]?.slice(0, 300) ?? ''
}
