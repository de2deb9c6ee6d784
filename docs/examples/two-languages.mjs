/**
 * Keeps a folder of Markdown in two languages. Each `.md` file below `zh` becomes a document, and its next version when it
 * has changed; below `en` stands the English of those that are signed, and nothing else. Run it after each push and commit
 * what it changes:
 *
 *     DUIZHAO_SERVER=https://duizhao.example DUIZHAO_TOKEN=… node two-languages.mjs [folder]
 *
 * The token has the scopes `read` and `documents`. `duizhao.json` in the folder says which document each file is; it is
 * committed as well. Exits with 1 if a file was refused; the others are done all the same.
 */
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import { createClient } from 'duizhao/client'

const folder = process.argv[2] ?? '.'
const call = createClient(fetch, {
  server: process.env.DUIZHAO_SERVER,
  headers: { authorization: `Bearer ${process.env.DUIZHAO_TOKEN}` },
})

/** The reply of a call; what was refused or not answered is thrown. */
async function ask(name, input) {
  const answer = await call(name, input)
  if (answer.type === 'reply') return answer.reply
  if (answer.type === 'unreachable') throw new Error('the server does not answer', { cause: answer.cause })
  throw new Error([answer.code, ...Object.values(answer.params ?? {})].join(' '))
}

/** A file is there whole or not at all. */
async function write(path, content) {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(`${path}.new`, content)
  await rename(`${path}.new`, path)
}

const ledgerPath = join(folder, 'duizhao.json')
const ledger = await readFile(ledgerPath, 'utf8').then(JSON.parse, (error) => {
  if (error.code === 'ENOENT') return {}
  throw error
})

/** Sends a file whose bytes are not those that Duizhao has, and gives the id of its document. */
async function send(file) {
  const bytes = await readFile(join(folder, 'zh', file))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const known = ledger[file]
  if (known?.sha256 === sha256) return known.document
  const document = known ? await sendVersion(known.document, file, bytes) : await sendFirst(file, bytes)
  ledger[file] = { document, sha256 }
  await write(ledgerPath, `${JSON.stringify(ledger, null, 2)}\n`)
  return document
}

async function sendFirst(file, bytes) {
  // A run that was stopped after its import has left the same bytes there.
  const { content } = await ask('lookAtDocument', { query: { filename: file }, bytes })
  const twin = content?.twin?.id
  if (twin && !Object.values(ledger).some(({ document }) => document === twin)) return twin
  const { id, segments } = await ask('importDocument', { query: { filename: file }, bytes })
  console.log(`zh/${file}: new, ${segments} sentences`)
  return id
}

async function sendVersion(document, file, bytes) {
  const params = { document }
  const { sequence } = await ask('compareVersion', { params, query: { filename: file }, bytes })
  const { counts } = await ask('replaceSource', { params, query: { filename: file, sequence }, bytes })
  console.log(`zh/${file}: ${counts.changed} changed, ${counts.new} new, ${counts.removed} gone`)
  return document
}

/** Fetches the English of a document that is signed; of another it says what it waits for. */
async function fetchEnglish(file, { id, signOff, signedAt, turns }) {
  if (signOff !== 'signed') {
    console.log(`en/${file}: waits, ${turns.translator} sentences for a translator, ${turns.reviser} for a reviser`)
    return
  }
  if (ledger[file].signedAt === signedAt) return
  const english = await ask('exportDocument', { params: { document: id, format: 'markdown' } })
  // Between the list and the file somebody may have changed a word; then the next run has more to say.
  const { documents } = await ask('documents')
  const now = documents.find((one) => one.id === id)
  if (now?.signOff !== 'signed' || now.signedAt !== signedAt) return
  await write(join(folder, 'en', file), english)
  ledger[file].signedAt = signedAt
  await write(ledgerPath, `${JSON.stringify(ledger, null, 2)}\n`)
  console.log(`en/${file}: as signed at ${signedAt}`)
}

/** Does the same for each file; one that is refused does not keep the others waiting. */
async function each(files, act) {
  for (const file of files) {
    await act(file).catch(({ message }) => {
      console.error(`${file}: ${message}`)
      process.exitCode = 1
    })
  }
}

const entries = await readdir(join(folder, 'zh'), { recursive: true })
const files = entries
  .filter((path) => path.endsWith('.md'))
  .map((path) => path.split(sep).join('/'))
  .sort()
await each(files, send)
const { documents } = await ask('documents')
const byId = new Map(documents.map((document) => [document.id, document]))
await each(
  files.filter((file) => byId.has(ledger[file]?.document)),
  (file) => fetchEnglish(file, byId.get(ledger[file].document)),
)
