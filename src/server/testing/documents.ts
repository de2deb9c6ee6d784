import { password, type TestServer, type Visitor } from './server.ts'

const words: Readonly<Record<string, string>> = {
  山村道路: 'Mountain Village Roads',
  '全年新建道路七十公里，投入四亿元。':
    'Over the year, 70 kilometers of road were built, at a cost of 400 million yuan.',
}

/** Imports a text of known lines and has it translated, revised and signed by three people, who sign in for it. */
export async function signedDocument(
  server: TestServer,
  text: string,
): Promise<{ readonly id: string; readonly translator: Visitor; readonly approver: Visitor }> {
  const translator = await server.signIn('translator')
  const reviser = await server.signIn('reviser')
  const approver = await server.signIn('approver')
  const bytes = new TextEncoder().encode(text)
  const { id } = (await translator.send('POST', '/api/documents?filename=roads.txt', bytes)).body
  const viewed = await reviser.send('GET', `/api/documents/${id}`)
  for (const [segment, { source }] of Object.entries<{ source: readonly string[] }>(viewed.body.state.segments)) {
    const path = `/api/documents/${id}/segments/${segment}`
    const target = [words[source.join('')] ?? 'No words for this']
    const { entries } = (await translator.send('POST', `${path}/translate`, { base: 0, target })).body
    await reviser.send('POST', `${path}/revise`, { base: entries.length })
  }
  const { sequence } = (await approver.send('GET', `/api/documents/${id}/sign-off`)).body
  const signed = await approver.send('POST', `/api/documents/${id}/sign-off`, { sequence, password })
  if (signed.status !== 200) throw new Error(JSON.stringify(signed.body))
  return { id, translator, approver }
}
