import type { DocumentView } from '../../contract/views/documents.ts'
import { plain } from '../../model/inline.ts'
import { password, type TestServer, type Visitor } from './server.ts'

const words: Readonly<Record<string, string>> = {
  山村道路: 'Mountain Village Roads',
  '全年新建道路七十公里，投入四亿元。':
    'Over the year, 70 kilometers of road were built, at a cost of 400 million yuan.',
}

/** Those who take a document to its signature; each signs in by a one-time link, so once a server. */
export interface Staff {
  readonly translator: Visitor
  readonly reviser: Visitor
  readonly approver: Visitor
}

export async function staffOf(server: TestServer): Promise<Staff> {
  return {
    translator: await server.signIn('translator'),
    reviser: await server.signIn('reviser'),
    approver: await server.signIn('approver'),
  }
}

/** Has a document of known lines translated, revised and signed; what is approved already stays. */
export async function sign({ translator, reviser, approver }: Staff, id: string): Promise<void> {
  const viewed: { body: DocumentView } = await reviser.send('GET', `/api/documents/${id}`)
  for (const [segment, { source, state, version }] of Object.entries(viewed.body.state.segments)) {
    if (state === 'final') continue
    const path = `/api/documents/${id}/segments/${segment}`
    const target = [words[plain(source)] ?? 'No words for this']
    const { entries } = (await translator.send('POST', `${path}/translate`, { base: version, target })).body
    await reviser.send('POST', `${path}/revise`, { base: version + entries.length })
  }
  const { sequence } = (await approver.send('GET', `/api/documents/${id}/sign-off`)).body
  const signed = await approver.send('POST', `/api/documents/${id}/sign-off`, { sequence, password })
  if (signed.status !== 200) throw new Error(JSON.stringify(signed.body))
}

/** Imports a text of known lines and has it translated, revised and signed by three people, who sign in for it. */
export async function signedDocument(
  server: TestServer,
  text: string,
): Promise<{ readonly id: string; readonly translator: Visitor; readonly approver: Visitor }> {
  const staff = await staffOf(server)
  const bytes = new TextEncoder().encode(text)
  const { id } = (await staff.translator.send('POST', '/api/documents?filename=roads.txt', bytes)).body
  await sign(staff, id)
  return { id, translator: staff.translator, approver: staff.approver }
}
