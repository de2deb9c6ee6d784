import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { access, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, type TestContext, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import type { ModelPart, ModelProgress } from '../../../model/offline-model.ts'
import { isRefusal } from '../../../model/refusal.ts'
import { type Mirror, startMirror } from '../../loopback/mirror.ts'
import { type ModelDisk, modelDisk } from './disk.ts'
import { installFrom } from './install.ts'
import { installFromFolder } from './install-folder.ts'
import { installedModel, readRecord } from './installed.ts'
import { type KnownModel, knownModels, packedBytes } from './manifest.ts'
import { createOfflineModels } from './models.ts'
import type { InstallOptions } from './options.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

const contents: readonly (readonly [ModelPart, string, Buffer])[] = [
  ['model', 'model.zhen.intgemm.alphas.bin.gz', randomBytes(300_000)],
  ['shortlist', 'lex.50.50.zhen.s2t.bin.gz', randomBytes(50_000)],
  ['vocabulary', 'vocab.zhen.spm.gz', randomBytes(10_000)],
]
const packed = new Map(contents.map(([, file, bytes]) => [file, gzipSync(bytes)]))
const known: KnownModel = {
  address: 'http://127.0.0.1:9/none',
  files: contents.map(([part, file, bytes]) => {
    const gz = packed.get(file) ?? Buffer.alloc(0)
    const unpacked = part === 'shortlist' ? null : { bytes: bytes.length, sha256: sha256(bytes) }
    return { part, file, bytes: gz.length, sha256: sha256(gz), unpacked }
  }),
}
const [modelFile] = known.files
assert.ok(modelFile)

const root = await mkdtemp(join(tmpdir(), 'duizhao-install-'))
after(() => rm(root, { recursive: true, force: true }))
let count = 0

async function mirrorOf(t: TestContext, files: ReadonlyMap<string, Buffer> = packed): Promise<Mirror> {
  const mirror = await startMirror(files)
  t.after(() => mirror.stop())
  return mirror
}

function optionsFor(change: Partial<InstallOptions> = {}): InstallOptions & { readonly told: ModelProgress[] } {
  const told: ModelProgress[] = []
  return {
    models: join(root, `models${count++}`),
    disk: modelDisk,
    signal: new AbortController().signal,
    tell: (progress) => told.push(progress),
    now: () => new Date(0),
    stalled: 200,
    between: 1,
    told,
    ...change,
  }
}

/** Every file of the model is there as it should be, its licence beside it, and nothing else. */
async function assertInstalled(models: string): Promise<void> {
  const record = await readRecord(models)
  assert.ok(record)
  const folder = join(models, record.folder)
  assert.deepEqual((await readdir(models)).sort(), ['installed.json', record.folder].sort())
  for (const [, file, bytes] of contents) {
    assert.deepEqual(await readFile(join(folder, file.replace('.gz', ''))), bytes)
  }
  assert.match(await readFile(join(folder, 'LICENSE'), 'utf8'), /Mozilla Public License Version 2\.0/)
  assert.equal((await installedModel(models))?.version, record.version)
}

/** No model is installed, and no folder of one is left. */
async function assertNothing(models: string): Promise<void> {
  assert.equal(await readRecord(models), null)
  const left = await readdir(models).catch(() => [])
  assert.deepEqual(
    left.filter((name) => name !== 'parts'),
    [],
  )
}

const partsOf = (models: string) => readdir(join(models, 'parts')).catch((): string[] => [])

test('a model is fetched, checked, unpacked and installed, and how far it is is told in bytes of all files', async (t) => {
  const mirror = await mirrorOf(t)
  const options = optionsFor()
  const installed = await installFrom('base', known, mirror.address, options)
  assert.ok(!isRefusal(installed))
  assert.deepEqual([installed.name, installed.version, installed.bytes], ['base', 'base', 360_000])
  await assertInstalled(options.models)
  const fetching = options.told.filter(({ stage }) => stage === 'fetching')
  const total = packedBytes(known)
  assert.deepEqual([fetching.at(-1)?.done, fetching.at(-1)?.total], [total, total])
  assert.ok(fetching.every(({ done }, at) => done >= (fetching[at - 1]?.done ?? 0)))
})

test('wherever the connection breaks, it goes on where it stopped', async (t) => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 120_000 }), { maxLength: 4 }), async (breaks) => {
      const mirror = await mirrorOf(t)
      mirror.fail(...breaks.map((after) => ({ type: 'break', after }) as const))
      const options = optionsFor()
      const installed = await installFrom('base', known, mirror.address, options)
      assert.ok(!isRefusal(installed), JSON.stringify(installed))
      await assertInstalled(options.models)
      for (const { file } of known.files) {
        const starts = mirror.requests
          .filter(({ path }) => path.endsWith(file))
          .map(({ range }) => Number(/\d+/.exec(range)?.[0] ?? 0))
        assert.deepEqual(
          starts,
          starts.toSorted((a, b) => a - b),
        )
      }
    }),
    { numRuns: 20 },
  )
})

test('a stalled connection, a server that is busy, one that ignores ranges or gives another one: it arrives all the same', async (t) => {
  const mirror = await mirrorOf(t)
  mirror.fail(
    { type: 'stall', after: 1000 },
    { type: 'shifted' },
    { type: 'status', status: 503 },
    { type: 'break', after: 2000 },
    { type: 'whole' },
  )
  const options = optionsFor()
  assert.ok(!isRefusal(await installFrom('base', known, mirror.address, options)))
  await assertInstalled(options.models)
})

test('a mirror that breaks again and again is given up, what was fetched stays, and the next time goes on there', async (t) => {
  const mirror = await mirrorOf(t)
  mirror.fail(
    { type: 'break', after: 100_000 },
    ...Array.from({ length: 5 }, () => ({ type: 'status', status: 500 }) as const),
  )
  const options = optionsFor()
  const refusal = await installFrom('base', known, mirror.address, options)
  assert.ok(isRefusal(refusal) && refusal.code === 'model-interrupted')
  await assertNothing(options.models)
  // Of what was sent before a break not everything has to have arrived.
  const [part] = await partsOf(options.models)
  const arrived = await modelDisk.size(join(options.models, 'parts', part ?? ''))
  const before = mirror.sent()
  assert.ok(!isRefusal(await installFrom('base', known, mirror.address, options)))
  await assertInstalled(options.models)
  assert.equal(mirror.sent() - before, packedBytes(known) - arrived)
})

test('the wrong file is deleted and nothing is installed, be it other bytes, longer or shorter', async (t) => {
  const right = packed.get(modelFile.file) ?? Buffer.alloc(0)
  const other = Buffer.from(right)
  other[1000] = (other[1000] ?? 0) ^ 1
  for (const wrong of [other, Buffer.concat([right, Buffer.from('more')])]) {
    const mirror = await mirrorOf(t, new Map([...packed, [modelFile.file, wrong]]))
    const options = optionsFor()
    const refusal = await installFrom('base', known, mirror.address, options)
    assert.ok(isRefusal(refusal) && refusal.code === 'model-wrong')
    assert.deepEqual([refusal.params.expected, refusal.params.file], [modelFile.sha256.slice(0, 8), modelFile.file])
    await assertNothing(options.models)
    assert.deepEqual(await partsOf(options.models), [])
  }
  const short = await mirrorOf(t, new Map([...packed, [modelFile.file, right.subarray(0, 5000)]]))
  const options = optionsFor()
  const refusal = await installFrom('base', known, short.address, options)
  assert.ok(isRefusal(refusal) && refusal.code === 'model-interrupted')
  await assertNothing(options.models)
})

test('a part that another process spoiled is not believed', async (t) => {
  const mirror = await mirrorOf(t)
  const options = optionsFor()
  await mkdir(join(options.models, 'parts'), { recursive: true })
  await writeFile(join(options.models, 'parts', `${modelFile.sha256}.part`), randomBytes(5000))
  const refusal = await installFrom('base', known, mirror.address, options)
  assert.ok(isRefusal(refusal) && refusal.code === 'model-wrong')
  assert.ok(!isRefusal(await installFrom('base', known, mirror.address, options)))
  await assertInstalled(options.models)
})

/** The real disk, which takes so many bytes. */
function smallDisk(room: number): ModelDisk {
  let left = room
  return {
    ...modelDisk,
    async grow(path, how) {
      const file = await modelDisk.grow(path, how)
      return {
        ...file,
        async write(bytes) {
          if (bytes.length > left) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
          left -= bytes.length
          await file.write(bytes)
        },
      }
    },
  }
}

test('a disk that fills up, while fetching or unpacking, is left as it was, and the old model stays', async (t) => {
  const mirror = await mirrorOf(t)
  const options = optionsFor()
  assert.ok(!isRefusal(await installFrom('base', known, mirror.address, options)))
  const before = await readRecord(options.models)
  const size = packedBytes(known)
  for (const room of [0, 1000, size - 1, size + 1000, size + 359_999]) {
    const refusal = await installFrom('base', known, mirror.address, { ...options, disk: smallDisk(room) })
    assert.ok(isRefusal(refusal) && refusal.code === 'model-disk-full', String(room))
    assert.deepEqual(await readRecord(options.models), before)
    await assertInstalled(options.models)
  }
})

test('without room for all of it nothing is fetched, and the refusal says what is needed and what is there', async (t) => {
  const mirror = await mirrorOf(t)
  const options = optionsFor({ disk: { ...modelDisk, free: async () => 400_000 } })
  const refusal = await installFrom('base', known, mirror.address, options)
  assert.ok(isRefusal(refusal) && refusal.code === 'model-disk-full')
  assert.deepEqual([refusal.params.needs, refusal.params.has], ['1', '1'])
  assert.deepEqual(mirror.requests, [])
})

test('what is stopped leaves no half a model, and goes on from there', async (t) => {
  const mirror = await mirrorOf(t)
  const abort = new AbortController()
  const options = optionsFor({
    signal: abort.signal,
    tell: ({ done }) => {
      if (done > 100_000) abort.abort()
    },
  })
  const stopped = await installFrom('base', known, mirror.address, options)
  assert.ok(isRefusal(stopped) && stopped.code === 'model-stopped')
  await assertNothing(options.models)
  assert.equal((await partsOf(options.models)).length, 1)
  assert.ok(!isRefusal(await installFrom('base', known, mirror.address, optionsFor({ models: options.models }))))
  await assertInstalled(options.models)
})

test('redirects are followed a few times, and never to what is no web address', async (t) => {
  const mirror = await mirrorOf(t)
  const target = `${mirror.address}/${modelFile.file}`
  mirror.fail({ type: 'redirect', to: target }, { type: 'redirect', to: `/elsewhere/${modelFile.file}` })
  assert.ok(!isRefusal(await installFrom('base', known, mirror.address, optionsFor())))
  for (const to of ['file:///etc/passwd', 'ftp://127.0.0.1/x', 'data:text/plain,x']) {
    mirror.fail({ type: 'redirect', to })
    const refusal = await installFrom('base', known, mirror.address, optionsFor())
    assert.ok(isRefusal(refusal) && refusal.code === 'model-address', to)
  }
  mirror.fail(...Array.from({ length: 7 }, () => ({ type: 'redirect', to: target }) as const))
  const refusal = await installFrom('base', known, mirror.address, optionsFor())
  assert.ok(isRefusal(refusal) && refusal.code === 'model-address')
})

test('a mirror without the file, and one that is not there, are told apart in words', async (t) => {
  const mirror = await mirrorOf(t, new Map())
  const missing = await installFrom('base', known, mirror.address, optionsFor())
  assert.ok(isRefusal(missing) && missing.code === 'model-not-there' && missing.params.status === '404')
  const silent = await installFrom('base', known, undefined, optionsFor())
  assert.ok(isRefusal(silent) && silent.code === 'model-interrupted')
  const nowhere = await installFrom('base', known, 'file:///models', optionsFor())
  assert.ok(isRefusal(nowhere) && nowhere.code === 'model-address')
})

async function folderOf(files: ReadonlyMap<string, Buffer>): Promise<string> {
  const folder = join(root, `folder${count++}`)
  await mkdir(folder)
  for (const [name, bytes] of files) await writeFile(join(folder, name), bytes)
  return folder
}
const table = { base: known, 'base-memory': known }

test('a known model is installed from a folder, packed, or unpacked where its hash is known', async () => {
  const options = optionsFor()
  assert.ok(!isRefusal(await installFromFolder('base', await folderOf(packed), options, table)))
  await assertInstalled(options.models)

  const mixed = new Map(
    contents.map(([part, file, bytes]) =>
      part === 'shortlist' ? [file, gzipSync(bytes)] : [file.replace('.gz', ''), bytes],
    ),
  )
  const other = optionsFor()
  assert.ok(!isRefusal(await installFromFolder('base', await folderOf(mixed), other, table)))
  await assertInstalled(other.models)

  const bare = new Map(contents.map(([, file, bytes]) => [file.replace('.gz', ''), bytes]))
  const refusal = await installFromFolder('base', await folderOf(bare), optionsFor(), table)
  assert.ok(
    isRefusal(refusal) && refusal.code === 'model-folder' && refusal.params.file === 'lex.50.50.zhen.s2t.bin.gz',
  )
})

test('wrong files of a folder are refused and stay as they are; an unreadable folder is a fault', async () => {
  for (const file of [modelFile.file, modelFile.file.replace('.gz', '')]) {
    const rest = [...packed].filter(([name]) => name !== modelFile.file)
    const folder = await folderOf(new Map([...rest, [file, randomBytes(300_000)]]))
    const options = optionsFor()
    const refusal = await installFromFolder('base', folder, options, table)
    assert.ok(isRefusal(refusal) && refusal.code === 'model-wrong', file)
    await assertNothing(options.models)
    await access(join(folder, file))
  }
  await assert.rejects(installFromFolder('base', join(root, 'nowhere'), optionsFor(), table), { code: 'ENOENT' })
})

test('a model of the office’s own is taken with one vocabulary or two, and not in part, twice or damaged', async () => {
  const model = ['model.bin', randomBytes(100)] as const
  const cases: readonly (readonly [boolean, ...(readonly [string, Buffer])[]])[] = [
    [true, model, ['vocab.spm', randomBytes(10)]],
    [
      true,
      ['model.x.bin.gz', gzipSync(randomBytes(100))],
      ['srcvocab.x.spm', randomBytes(10)],
      ['trgvocab.x.spm', randomBytes(10)],
    ],
    [true, model, ['model.bin.gz', gzipSync(randomBytes(50))], ['vocab.spm', randomBytes(10)]],
    [false, model],
    [false, ['vocab.spm', randomBytes(10)]],
    [false, model, ['srcvocab.spm', randomBytes(10)]],
    [false, model, ['vocab.spm', randomBytes(10)], ['vocab.other.spm', randomBytes(10)]],
    [
      false,
      model,
      ['vocab.spm', randomBytes(10)],
      ['srcvocab.spm', randomBytes(10)],
      ['trgvocab.spm', randomBytes(10)],
    ],
    [false, ['model.bin.gz', randomBytes(100)], ['vocab.spm', randomBytes(10)]],
  ]
  for (const [isWhole, ...files] of cases) {
    const options = optionsFor()
    const installed = await installFromFolder('own', await folderOf(new Map(files)), options)
    assert.equal(!isRefusal(installed), isWhole, files.map(([name]) => name).join())
    assert.equal((await installedModel(options.models)) !== null, isWhole)
  }
})

test('a record that leads out of its folder, or is damaged, is no model', async () => {
  const options = optionsFor()
  assert.ok(!isRefusal(await installFromFolder('base', await folderOf(packed), options, table)))
  const path = join(options.models, 'installed.json')
  const whole = await readFile(path, 'utf8')
  for (const harm of [
    whole.slice(0, 50),
    '{}',
    whole.replace(/"model-[^"]*"/, '"../.."'),
    whole.replace(/"model\.[^"]*"/, '"../x"'),
  ]) {
    await writeFile(path, harm)
    assert.equal(await installedModel(options.models), null)
  }
})

test('the service tells how far it is, lets one in at a time, stops, says why it failed, and removes', async (t) => {
  const mirror = await mirrorOf(t)
  const models = join(root, `models${count++}`)
  const faults: unknown[] = []
  const service = createOfflineModels(models, (fault) => faults.push(fault), table)
  const ended = async () => {
    while ((await service.state()).installing) await new Promise((resolve) => setTimeout(resolve, 5))
    return service.state()
  }
  mirror.fail({ type: 'stall', after: 10 })
  assert.equal(service.install('base', mirror.address), null)
  const busy = service.install('base', mirror.address)
  assert.ok(busy?.code === 'model-installing')
  assert.equal((await service.state()).installing?.name, 'base')
  // Otherwise the silence would be the answer to the next installation, which has a minute's patience.
  while (mirror.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
  await service.stop()
  const stopped = await service.state()
  assert.deepEqual([stopped.installing, stopped.installed, stopped.refused], [null, null, null])

  mirror.fail({ type: 'status', status: 404 })
  service.install('base', mirror.address)
  assert.equal((await ended()).refused?.code, 'model-not-there')

  service.install('base', mirror.address)
  const { installed, refused, offered, licence } = await ended()
  assert.equal(installed?.version, 'base')
  assert.equal(refused, null)
  assert.deepEqual([offered.map(({ name }) => name), licence.name], [['base-memory', 'base'], 'MPL-2.0'])
  await service.remove()
  assert.equal((await service.state()).installed, null)
  assert.deepEqual(await readdir(models), [])
  assert.deepEqual(faults, [])
})

test('the models offered have their files, sizes and hashes', () => {
  for (const { address, files } of Object.values(knownModels)) {
    assert.match(address, /^https:\/\/.*\/$/)
    assert.deepEqual(
      files.map(({ part }) => part),
      ['model', 'shortlist', 'vocabulary'],
    )
    for (const { sha256: hash, unpacked, bytes } of files) {
      assert.match(hash, /^[0-9a-f]{64}$/)
      assert.ok(bytes > 500_000 && bytes < 60_000_000)
      if (unpacked) assert.match(unpacked.sha256, /^[0-9a-f]{64}$/)
    }
  }
})
