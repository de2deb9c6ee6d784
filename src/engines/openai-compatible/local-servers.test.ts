import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startLoopback } from '../loopback/server.ts'
import { findLocalServers } from './local-servers.ts'

test('servers that list models are found; others, hostile ones and silence are not', async () => {
  const ollama = await startLoopback(({ path }) =>
    path === '/v1/models'
      ? { status: 200, body: { data: [{ id: 'hy-mt2:7b' }, { id: 7 }, { id: 'x'.repeat(301) }, null] } }
      : { status: 404, body: {} },
  )
  const other = await startLoopback(() => ({ status: 200, body: { hello: 'world' } }))
  const huge = await startLoopback(() => ({ status: 200, body: { data: [{ id: 'x'.repeat(300_000) }] } }))
  try {
    const ports = { ollama: ollama.port, 'llama-server': other.port, vllm: huge.port }
    assert.deepEqual(await findLocalServers(ports), [
      { software: 'ollama', baseUrl: `http://127.0.0.1:${ollama.port}/v1`, models: ['hy-mt2:7b'] },
    ])
    assert.deepEqual(
      ollama.requests.map(({ method, path, body }) => [method, path, body]),
      [['GET', '/v1/models', null]],
    )
    ollama.fail({ type: 'status', status: 401, body: {} })
    assert.deepEqual(await findLocalServers(ports), [])
    ollama.fail({ type: 'reset' })
    assert.deepEqual(await findLocalServers(ports), [])
  } finally {
    await Promise.all([ollama.stop(), other.stop(), huge.stop()])
  }
})
