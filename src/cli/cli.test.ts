import assert from 'node:assert/strict'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { readTmx } from '../formats/tmx/read-tmx.ts'
import { fromXliff } from '../formats/xliff/document.ts'
import { isRefusal } from '../model/refusal.ts'
import { signedDocument } from '../server/testing/documents.ts'
import { type TestServer, testServer } from '../server/testing/server.ts'
import { duizhao } from './testing/run.ts'

const folder = mkdtempSync(join(tmpdir(), 'duizhao-cli-'))
after(() => rmSync(folder, { recursive: true, force: true }))

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const samples = join(import.meta.dirname, '../../samples')
const sampleText = join(samples, 'press-conference.zh.txt')
const report = file('report.md', '# 山村道路建设情况\n\n全年新建道路七十公里。\n')
const memory = file(
  'memory.tmx',
  `<?xml version="1.0"?><tmx version="1.4"><header segtype="sentence"/><body><tu>
  <tuv xml:lang="zh-CN"><seg>全年新建道路七十公里。</seg></tuv>
  <tuv xml:lang="en"><seg>Over the year, 70 kilometers of road were built.</seg></tuv></tu></body></tmx>`,
)

describe('segment', () => {
  test('prints blocks and segments as JSON, and nothing else', async () => {
    const { code, out, err } = await duizhao(['segment', sampleText, '--json'], {})
    assert.deepEqual([code, err, out.endsWith('\n')], [0, '', true])
    const { blocks, ...rest } = JSON.parse(out)
    assert.deepEqual(rest, {})
    for (const { id, kind, speaker, segments, ...more } of blocks) {
      assert.deepEqual(more, {})
      assert.match(id, /^b\d+$/)
      assert.match(kind, /^(heading|paragraph|question|answer|item|cell|quote)$/)
      assert.ok(speaker === undefined || (typeof speaker === 'string' && speaker !== ''))
      for (const segment of segments) {
        assert.deepEqual(Object.keys(segment), ['id', 'source'])
        assert.match(segment.id, new RegExp(`^${id}\\.s\\d+$`))
        assert.equal(segment.source, segment.source.trim())
      }
    }
    const text = readFileSync(sampleText, 'utf8').replace(/\s/g, '')
    const sources = blocks.flatMap((block: { segments: { source: string }[] }) => block.segments.map((s) => s.source))
    assert.equal(sources.join('').replace(/\s/g, ''), text)
    assert.deepEqual([blocks.length, sources.length], [34, 59])
  })

  const real = join(import.meta.dirname, '../../../shared/input/press-conference.zh.txt')
  test('takes the real document apart', {
    skip: existsSync(real) ? false : 'the real document is not here',
  }, async () => {
    const { blocks } = JSON.parse((await duizhao(['segment', real, '--json'], {})).out)
    const segments = blocks.flatMap((block: { segments: unknown[] }) => block.segments)
    assert.deepEqual([blocks.length, segments.length], [75, 187])
  })

  test('shows people the same, and a control character in a text commands no terminal', async () => {
    const { code, out, err } = await duizhao(['segment', file('esc.txt', '新建道路\u001b[2J七十公里。\n')], {})
    assert.equal(code, 0)
    assert.equal(out, 'b1\tparagraph\n  b1.s1\t新建道路\\u001b[2J七十公里。\n')
    assert.match(err, /esc\.txt: Invisible characters in the text: 1 \(U\+001B\)/)
    assert.match(err, /\n1 blocks?, 1 segments?\.\n$/)
  })
})

const tooLarge = file('large.txt', '中文')
truncateSync(tooLarge, 20 * 2 ** 20 + 1)
const refused = [
  [file('empty.txt', ''), 'file-empty', /empty/, /空/],
  [file('binary.txt', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 1])), 'file-binary', /plain text/, /纯文本/],
  [file('english.txt', 'Roads were built in the mountains.\n'), 'file-not-chinese', /not Chinese/, /不是中文/],
  [tooLarge, 'file-too-large', /larger than 20 MB/, /20 MB/],
  [report, 'file-duplicate', /taken in before/, /导入过/],
  [file('report.odt', '全年新建道路七十公里。'), 'file-format-unknown', /not taken here/, /不/],
  [memory, 'file-duplicate', /taken in before/, /导入过/],
] as const

/** Every command on documents and people, in a workspace that this process holds, or none. */
function commands(prepare: () => Promise<{ workspace: string; sample: string }>) {
  let workspace = ''
  let sample = ''
  let id = ''
  before(async () => {
    const prepared = await prepare()
    workspace = prepared.workspace
    sample = prepared.sample
  })
  const run = (args: readonly string[], language?: 'zh_CN.UTF-8') =>
    duizhao(args, { workspace, ...(language && { language }) })

  test('import takes .txt, .md and .tmx', async () => {
    const text = file('report.txt', '去年，全县新建道路七十公里。\n')
    const { code, out, err } = await run(['import', text, report, memory])
    assert.deepEqual([code, err], [0, ''])
    assert.match(out, /report\.txt: document [a-z0-9]+, 1 blocks?, 1 segments?\./)
    assert.match(out, /memory\.tmx: 1 pairs? taken into the memory, 0 left out\./)
    id = out.match(/report\.md: document (\w+), 2 blocks, 2 segments/)?.[1] ?? ''
    assert.notEqual(id, '')
  })

  test('a new version is looked at, then taken over the old one; alone among its files', async () => {
    const spring = file('spring.txt', '水网方案\n供水能力达到两千吨。\n坚持节水。\n')
    const autumn = file('autumn.txt', '水网方案\n供水能力达到三千吨。\n坚持节水。\n')
    const document = (await run(['import', spring])).out.match(/document (\w+)/)?.[1] ?? ''
    const looked = await run(['import', autumn, '--over', document, '--look'])
    assert.match(looked.out, /would leave 2 sentences as they are, move 0, change 1, add 0 and take out 0/)
    assert.match(looked.out, /changed\tb4\.s1\t供水能力达到两千吨。 → 供水能力达到三千吨。/)
    const taken = await run(['import', autumn, '--over', document, '--json'])
    assert.deepEqual([taken.code, JSON.parse(taken.out).counts.changed], [0, 1])
    const again = await run(['import', autumn, '--over', document], 'zh_CN.UTF-8')
    assert.equal(again.code, 3)
    assert.match(again.err, /文件与现有原文相同/)
    assert.equal((await run(['import', spring, autumn, '--over', document])).code, 2)
    assert.equal((await run(['import', spring, '--look'])).code, 2)
  })

  test('import says of each file why it was refused, in both languages', async () => {
    const files = refused.map(([path]) => path)
    const english = await run(['import', join(folder, 'missing.txt'), ...files])
    const chinese = await run(['import', ...files, join(folder, 'missing.txt')], 'zh_CN.UTF-8')
    const json = await run(['import', '--json', ...files])
    assert.deepEqual([english.code, chinese.code, json.code], [3, 2, 3])
    assert.deepEqual([english.out, chinese.out, json.err], ['', '', ''])
    assert.match(english.err, /^There is no .*missing\.txt\.$/m)
    assert.match(chinese.err, /^找不到 .*missing\.txt。$/m)
    const outcomes = json.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    for (const [index, [path, code, en, zh]] of refused.entries()) {
      const lineOf = (err: string) => err.split('\n').find((line) => line.includes(basename(path))) ?? ''
      assert.match(lineOf(english.err), en)
      assert.match(lineOf(chinese.err), zh)
      assert.deepEqual([outcomes[index].file, outcomes[index].refusal.code], [path, code])
    }
  })

  test('draft fills from the memory what it has', async () => {
    const { code, out } = await run(['draft', id, '--json'])
    const { running, done, total, without } = JSON.parse(out)
    assert.deepEqual(
      { code, running, done, total, without },
      { code: 0, running: false, done: 2, total: 2, without: 1 },
    )
    assert.match(
      (await run(['draft', id])).err,
      /^1 of 1 segments looked at by memory: 0 mended, 0 with defects left, nothing for 1\.\n$/,
    )
    const estimate = await run(['draft', id, '--estimate'])
    assert.equal(estimate.err, '1 segments: 0 from the memory. No engine is set up for the rest.\n')
    assert.match((await run(['draft', id, '--max-dollars', 'some'])).err, /budget|request/i)
    assert.equal(
      (await run(['draft', id, '--discard'])).err,
      '1 draft discarded; 0 left, since people have touched them.\n',
    )
    assert.equal(JSON.parse((await run(['draft', id, '--redraft', '--json'])).out).total, 2)
  })

  test('check finds the planted slips of the sample and says so by its exit code', async () => {
    const json = await run(['check', sample, '--json'])
    const { findings } = JSON.parse(json.out)
    assert.equal(json.code, 1)
    const codes = findings.map((finding: { code: string }) => finding.code)
    assert.ok(codes.includes('quantity-changed') && codes.includes('term-forbidden'))
    const people = await run(['check', sample], 'zh_CN.UTF-8')
    assert.equal(people.code, 1)
    assert.equal(people.out.trim().split('\n').length, findings.length)
    assert.match(people.out, /^b\d+\.s\d+\t错误\t/m)
    assert.match(people.err, new RegExp(`^${findings.length} 个问题`))
  })

  test('export writes what reads back: XLIFF, TMX, JSON', async () => {
    const target = join(folder, 'out.xlf')
    assert.equal((await run(['export', sample, '--format', 'xliff', '--out', target])).code, 0)
    const document = fromXliff(readFileSync(target))
    assert.ok(!isRefusal(document))
    const tmx = readTmx(new TextEncoder().encode((await run(['export', sample, '--format', 'tmx'])).out), 'out.tmx')
    assert.ok(!isRefusal(tmx) && tmx.pairs.length > 0)
    const figures = (await run(['export', sample, '--format', 'figures'])).out
    assert.match(figures, /segment,chinese,value,english,verdict/)
    const json = JSON.parse((await run(['export', sample, '--format', 'json'])).out)
    const page = (await run(['export', sample, '--format', 'english-html'])).out
    assert.match(page, /^<!doctype html>[\s\S]*DRAFT, NOT SIGNED/)
    assert.ok(JSON.stringify(json).includes('"b1.s1"'))
  })

  test('publish is refused without a signature', async () => {
    const { code, out, err } = await run(['publish', sample])
    assert.deepEqual([code, out], [3, ''])
    assert.match(err, /not signed/)
    const unknown = await run(['publish', 'nothing', '--json'])
    assert.deepEqual([unknown.code, JSON.parse(unknown.out).refusal.code], [3, 'document-unknown'])
  })

  test('people are added and listed, and refusals name whom', async () => {
    const added = await run(['user', 'add', 'li', '李明', '--roles', 'translator, reviser'])
    assert.match(added.out, /^One-time link, valid for seven days: http:\/\/127\.0\.0\.1:\d+\/invite#[\w-]{32}\n$/)
    assert.match((await run(['user', 'list'])).out, /^li\t李明\ttranslator, reviser$/m)
    assert.match((await run(['user', 'list'], 'zh_CN.UTF-8')).out, /^li\t李明\t翻译、审校$/m)
    const again = await run(['user', 'add', 'LI', 'Li Ming', '--roles', 'translator'])
    assert.deepEqual(
      [again.code, again.err],
      [3, 'Somebody signs in as LI already. Choose another name to sign in with.\n'],
    )
    const nobody = await run(['user', 'link', 'nobody'])
    assert.deepEqual([nobody.code, nobody.out], [3, ''])
    const stranger = await run(['--as', 'nobody', 'user', 'list', '--json'])
    assert.equal(JSON.parse(stranger.out).refusal.code, 'person-unknown')
    assert.equal((await run(['--as', 'li', 'user', 'add', 'x', 'x', '--roles', 'reviser'])).code, 3)
  })

  test('verify finds the journals whole', async () => {
    const { code, out } = await run(['verify'])
    assert.equal(code, 0)
    assert.match(out, /^Journal people: 1\d entries, whole\.$/m)
    assert.match(out, new RegExp(`^Journal document/${sample}: `, 'm'))
  })
}

describe('with the workspace to itself', () => {
  commands(async () => {
    const workspace = join(folder, 'alone')
    const server = await testServer({ folder: workspace })
    const sample = await sampleOf(server)
    await server.stop()
    return { workspace, sample }
  })

  test('a flipped byte is named with its journal and entry', async () => {
    const workspace = join(folder, 'alone')
    const path = join(workspace, 'journals/people.jsonl')
    const bytes = readFileSync(path)
    bytes[bytes.indexOf('"Ren Jia"') + 1] = 'Z'.charCodeAt(0)
    writeFileSync(path, bytes)
    const { code, out } = await duizhao(['verify'], { workspace })
    assert.equal(code, 1)
    assert.match(out, /^Journal people: entry 3 is not what was written \(altered\)\.$/m)
    assert.match(out, /^Journal termbase: \d+ entries, whole\.$/m)
    const json = JSON.parse((await duizhao(['verify', '--json'], { workspace })).out)
    assert.deepEqual(json.faults, [{ journal: 'people', entry: 3, reason: 'altered' }])
    assert.match((await duizhao(['verify'], { workspace, language: 'zh_CN.UTF-8' })).out, /people：第 3 条.*内容被改动/)
  })
})

describe('through the server that holds the workspace', () => {
  let server: TestServer
  const workspace = join(folder, 'held')
  after(() => server.stop())
  commands(async () => {
    server = await testServer({ folder: workspace })
    return { workspace, sample: await sampleOf(server) }
  })

  test('a link from the terminal lets its person in, once', async () => {
    const { link } = JSON.parse((await duizhao(['user', 'link', ' Admin', '--json'], { workspace })).out)
    assert.equal(new URL(link).origin, server.address)
    const accept = { token: new URL(link).hash.slice(1), password: 'correct horse battery' }
    assert.equal((await server.visitor().send('POST', '/api/invitation/accept', accept)).status, 200)
    assert.equal((await server.visitor().send('POST', '/api/invitation/accept', accept)).status, 404)
  })

  test('a signed document is published, and its site is verified file by file', async () => {
    const { id } = await signedDocument(server, '山村道路\n全年新建道路七十公里，投入四亿元。\n')
    const published = await duizhao(['publish', id], { workspace })
    assert.deepEqual([published.code, published.err], [0, ''])
    const site = join(workspace, 'site')
    assert.equal(published.out, `Release 1 is published. The site is in ${site}\n`)
    assert.equal((await duizhao(['publish', id], { workspace })).code, 3)

    const whole = await duizhao(['verify', site], {})
    assert.equal(whole.code, 0)
    assert.match(whole.out, /^Files: \d+\. Releases: 1\. All are what was signed and published\.$/m)
    const { problems, keys, files } = JSON.parse((await duizhao(['verify', site, '--json'], {})).out)
    assert.deepEqual(problems, [])
    assert.ok(files > 10)
    const right = await duizhao(['verify', site, '--key', keys[0].toUpperCase()], {})
    assert.deepEqual([right.code, /which is the one you gave/.test(right.out)], [0, true])
    const wrong = await duizhao(['verify', site, '--key', 'ab12 '.repeat(16)], {})
    assert.deepEqual([wrong.code, /not the one you gave/.test(wrong.out)], [1, true])

    const style = JSON.parse(readFileSync(join(site, 'site.json'), 'utf8')).files.find((listed: { path: string }) =>
      listed.path.endsWith('.css'),
    ).path
    const paths = [`d/${id}/v1/index.html`, `d/${id}/index.html`, style, `d/${id}/v1/certificate.json`]
    const copies = paths.map((path, index) => {
      const copy = join(folder, `altered-${index}`)
      cpSync(site, copy, { recursive: true })
      flip(join(copy, path))
      return copy
    })
    const verdicts = await Promise.all(copies.map((copy) => duizhao(['verify', copy], {})))
    for (const [index, { code, out }] of verdicts.entries()) {
      assert.equal(code, 1, paths[index])
      assert.ok(out.includes(paths[index] ?? '-'), out)
    }
  })

  test('without its token the command is refused, and says why', async () => {
    const token = join(workspace, 'command-token')
    const before = readFileSync(token)
    rmSync(token)
    for (const [language, why] of [
      ['en_US.UTF-8', /command-token in the workspace is missing/],
      ['zh_CN.UTF-8', /command-token 不存在/],
    ] as const) {
      const { code, out, err } = await duizhao(['user', 'list'], { workspace, language })
      assert.deepEqual([code, out], [4, ''])
      assert.ok(err.includes(String(process.pid)) && err.includes(workspace))
      assert.match(err, why)
    }
    const json = await duizhao(['user', 'list', '--json'], { workspace })
    assert.deepEqual([json.code, JSON.parse(json.out).refusal.code], [4, 'workspace-held'])
    writeFileSync(token, 'another token')
    assert.equal((await duizhao(['user', 'list'], { workspace })).code, 4)
    writeFileSync(token, before)
    assert.equal((await duizhao(['user', 'list'], { workspace })).code, 0)
  })
})

test('wrong use is told with exit code 2, and nothing is made', async () => {
  const workspace = join(folder, 'never')
  const wrong = [
    ['bogus'],
    ['--bogus'],
    ['segment'],
    ['segment', join(folder, 'missing.txt')],
    ['segment', folder],
    ['serve', '--port', '70000'],
    ['export', 'x', '--format', 'odt'],
    ['user', 'add', 'x', 'x', '--roles', 'king'],
    ['user', 'list'],
    ['check', 'x'],
  ]
  const ran = await Promise.all(wrong.map((args) => duizhao(args, { workspace })))
  for (const [index, { code, out, err }] of ran.entries()) {
    assert.deepEqual([code, out], [2, ''], wrong[index]?.join(' '))
    assert.match(err, /\S/)
    assert.doesNotMatch(err, /^ {4}at /m)
  }
  assert.ok(!existsSync(workspace))
})

test('links of commands lead to the public address; one that is none is wrong use, and nothing is made', async () => {
  const workspace = join(folder, 'behind')
  const add = ['user', 'add', 'tan', 'Tan Yue', '--roles', 'reviser', '--json']
  const wrong = await duizhao(add, { workspace, address: 'http://office.example' })
  assert.deepEqual([wrong.code, wrong.out, existsSync(workspace)], [2, '', false])
  assert.match(wrong.err, /^DUIZHAO_ADDRESS: An address with https is needed/)
  const added = await duizhao(add, { workspace, address: 'https://office.example/room' })
  assert.match(JSON.parse(added.out).link, /^https:\/\/office\.example\/room\/invite#/)
})

/** Changes one bit in the middle of a file. */
function flip(path: string): void {
  const bytes = readFileSync(path)
  const at = bytes.length >> 1
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(path, bytes)
}

async function sampleOf(server: TestServer): Promise<string> {
  const headers = { authorization: `Bearer ${server.commandToken}` }
  return (await server.visitor().send('GET', '/api/documents', undefined, headers)).body.documents[0].id
}
