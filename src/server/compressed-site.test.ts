import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, get, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { brotliDecompressSync } from 'node:zlib'
import express from 'express'
import { compressedSite } from './compressed-site.ts'

const folder = mkdtempSync(join(tmpdir(), 'duizhao-compressed-'))
const page = '<p>对照 parallel</p>\n'.repeat(4000)
const app = express().use('/published', compressedSite(folder), express.static(folder))
const server = createServer(app)
let base = ''
before(async () => {
  mkdirSync(join(folder, 'd/x'), { recursive: true })
  writeFileSync(join(folder, 'd/x/index.html'), page)
  writeFileSync(join(folder, 'd/x/picture.png'), 'x')
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/published/`
})
after(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

function ask(
  path: string,
  headers: Readonly<Record<string, string>> = { 'accept-encoding': 'br, gzip' },
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get(base + path, { headers }, (response) => {
      const pieces: Buffer[] = []
      response.on('data', (piece: Buffer) => pieces.push(piece))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(pieces) }),
      )
    }).on('error', reject)
  })
}

test('a page is sent under brotli to who understands it, and as it is to who does not', async () => {
  const packed = await ask('d/x/')
  assert.deepEqual([packed.status, packed.headers['content-encoding']], [200, 'br'])
  assert.equal(packed.headers['content-type'], 'text/html; charset=utf-8')
  assert.equal(brotliDecompressSync(packed.body).toString(), page)
  assert.ok(packed.body.length < page.length / 20)
  const plain = await ask('d/x/index.html', {})
  assert.deepEqual([plain.headers['content-encoding'], plain.body.toString()], [undefined, page])
  for (const { headers } of [packed, plain]) assert.equal(headers.vary, 'Accept-Encoding')
})

test('later readers get it as small as can be, and nothing where they have it already', async () => {
  let small = await ask('d/x/index.html')
  for (let asked = 0; asked < 400 && !small.headers.etag?.endsWith('br11"'); asked++) {
    await setTimeout(25)
    small = await ask('d/x/index.html')
  }
  assert.match(small.headers.etag ?? '', /br11"$/)
  assert.equal(brotliDecompressSync(small.body).toString(), page)
  const again = await ask('d/x/', { 'accept-encoding': 'br', 'if-none-match': small.headers.etag ?? '' })
  assert.deepEqual([again.status, again.body.length], [304, 0])
})

test('a page that was written anew is sent anew', async () => {
  writeFileSync(join(folder, 'd/x/index.html'), `${page}<p>new</p>`)
  const { body } = await ask('d/x/')
  assert.equal(brotliDecompressSync(body).toString(), `${page}<p>new</p>`)
})

test('what is no text of the site is left to others', async () => {
  assert.equal((await ask('d/x/picture.png')).headers['content-encoding'], undefined)
  for (const path of ['d/y/', 'd/x/none.html', '%2e%2e/package.json', 'd/x/%00.html']) {
    const { status } = await ask(path)
    assert.ok(status === 404 || status === 400 || status === 403, `${path}: ${status}`)
  }
  assert.equal((await ask('d/x')).status, 301)
})
