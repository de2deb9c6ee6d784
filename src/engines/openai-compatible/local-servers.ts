import { membersOf } from '../../model/names.ts'

/** A server with language models that answers on this machine. */
interface LocalServer {
  readonly software: 'ollama' | 'llama-server' | 'vllm'
  readonly baseUrl: string
  readonly models: readonly string[]
}

/** Where each server listens unless it is told otherwise. */
const usualPorts = { ollama: 11434, 'llama-server': 8080, vllm: 8000 } as const
type Ports = Readonly<Record<LocalServer['software'], number>>

/** In milliseconds: a server on this machine lists its models at once. */
const timeout = 1500
const mostBytes = 256 * 1024
const mostModels = 100
const longestName = 300

/**
 * Asks the usual ports of loopback for a list of models, as the OpenAI interface has it. No text is sent; redirects are
 * not followed.
 */
export async function findLocalServers(ports: Ports = usualPorts): Promise<readonly LocalServer[]> {
  const found = await Promise.all(
    (['ollama', 'llama-server', 'vllm'] as const).map(async (software) => {
      const baseUrl = `http://127.0.0.1:${ports[software]}/v1`
      const models = await modelsAt(baseUrl)
      return models === null ? [] : [{ software, baseUrl, models }]
    }),
  )
  return found.flat()
}

/** The models that a server lists; null if there is none, or what answers is no such server. */
async function modelsAt(baseUrl: string): Promise<readonly string[] | null> {
  try {
    const response = await fetch(`${baseUrl}/models`, { redirect: 'error', signal: AbortSignal.timeout(timeout) })
    if (!response.ok) return null
    const { data } = membersOf(JSON.parse(await textOf(response)))
    if (!Array.isArray(data)) return null
    const names = data.flatMap((model: unknown): readonly string[] => {
      const { id } = membersOf(model)
      return typeof id === 'string' && id.length <= longestName ? [id] : []
    })
    return names.slice(0, mostModels)
  } catch {
    return null
  }
}

async function textOf(response: Response): Promise<string> {
  let text = ''
  const decoder = new TextDecoder()
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true })
    if (text.length > mostBytes) throw new Error('a list of models is shorter')
  }
  return text
}
