/**
 * The XLIFF doors beside the `xliff` package (locize) and fast-xml-parser, in one run:
 * `npm run bench:xliff -- [megabytes] [folder]`; 24.9 MB are 100,000 units.
 * Fidelity on the valid core and module files of the OASIS suites (in `../shared` unless a folder is given), speed on
 * a made-up file. "Identical": every element, attribute and text is there after reading and writing; comments and
 * white space between elements are not asked for, since the package drops them.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { XMLBuilder, XMLParser } from 'fast-xml-parser'
import { SaxesParser } from 'saxes'
// @ts-expect-error the package has no types
import rival from 'xliff'
import { coreAt, readXliff, writeXliff } from '../src/formats/xliff/codec.ts'
import { setTargets } from '../src/formats/xliff/view/set-targets.ts'
import { streamUnits } from '../src/formats/xliff/view/stream.ts'
import { unitsOf, viewXliff } from '../src/formats/xliff/view/view.ts'
import { canonicalForm } from '../src/formats/xml/fixtures/canonical-form.ts'
import { isRefusal, type Refusal } from '../src/model/refusal.ts'

// biome-ignore lint/plugin/no-cast: the package has no types
const { xliff2js, js2xliff } = rival as {
  xliff2js(xml: string): Promise<unknown>
  js2xliff(value: unknown): Promise<string>
}

type RoundTrip = (xml: string) => Promise<string>

const ours: RoundTrip = async (xml) => {
  const file = readXliff(new TextEncoder().encode(xml))
  if (isRefusal(file)) throw new Error(file.code)
  return writeXliff(file)
}
const theirs: RoundTrip = async (xml) => js2xliff(await xliff2js(xml))

function isWellFormed(xml: string): boolean {
  try {
    new SaxesParser({ xmlns: true }).write(xml).close()
    return true
  } catch {
    return false
  }
}

/** What counts: elements, attributes, and text that is more than white space. */
function substance(xml: string): string {
  return canonicalForm(xml)
    .filter((event) => !/^(comment|instruction) |^text "(\s|\\[nrt])*"$/.test(event))
    .join('\n')
}

interface Tally {
  identical: number
  lossy: number
  threw: number
  illFormed: number
}

async function tally(files: readonly string[], roundTrip: RoundTrip): Promise<Tally> {
  const counts: Tally = { identical: 0, lossy: 0, threw: 0, illFormed: 0 }
  for (const file of files) {
    const xml = readFileSync(file, 'utf8').replace(/^\ufeff/, '')
    const written = await roundTrip(xml).catch(() => null)
    if (written === null) counts.threw++
    else if (!isWellFormed(written)) counts.illFormed++
    else if (substance(written) === substance(xml)) counts.identical++
    else counts.lossy++
  }
  return counts
}

function generated(megabytes: number): string {
  const units: string[] = []
  let size = 0
  for (let at = 1; size < megabytes * 2 ** 20; at++) {
    const unit = `<unit id="u${at}"><segment id="s1" state="translated"><source>第${at}句：投资 <pc id="1">${at * 7}亿</pc> 元 &amp; 其他。</source><target>Sentence ${at}: an investment of <pc id="1">${at * 7} hundred million</pc> yuan &amp; others.</target></segment></unit>\n`
    units.push(unit)
    size += Buffer.byteLength(unit)
  }
  const head = '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="zh-CN" trgLang="en">'
  return `${head}<file id="f">\n${units.join('')}</file></xliff>`
}

/** What is done with a file in one go: `read` to the last unit, and `both`, read and written. */
interface Contestant {
  read(bytes: Uint8Array): Promise<unknown>
  both?(bytes: Uint8Array): Promise<unknown>
}

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const ordered = { preserveOrder: true, ignoreAttributes: false, trimValues: false, processEntities: false }

/** Every unit with its segments, one after the other. */
function readUnits(bytes: Uint8Array): number {
  let characters = 0
  for (const { segments } of unitsOf(taken(viewXliff(bytes)))) {
    for (const { source, target = '' } of segments) characters += source.length + target.length
  }
  return characters
}

/** Every element of every unit as a typed value, what is of modules among it. */
function readElements(bytes: Uint8Array): number {
  const view = taken(viewXliff(bytes))
  let nodes = 0
  for (const { node } of unitsOf(view)) nodes += coreAt(view.index, node, 'unit').content.length
  return nodes
}

function setOne(bytes: Uint8Array): readonly Uint8Array[] {
  return taken(setTargets(taken(viewXliff(bytes)), new Map([['u9/s1', 'A new target.']])))
}

function streamed(bytes: Uint8Array): number {
  let characters = 0
  taken(
    streamUnits(bytes, ({ segments }) => {
      for (const { source, target = '' } of segments) characters += source.length + target.length
      return null
    }),
  )
  return characters
}

function taken<T>(value: T | Refusal): T {
  if (isRefusal(value)) throw new Error(value.code)
  return value
}

const contestants: Readonly<Record<string, Contestant>> = {
  'duizhao, typed view': { read: async (bytes) => readUnits(bytes), both: async (bytes) => setOne(bytes) },
  'duizhao, elements': { read: async (bytes) => readElements(bytes) },
  'duizhao, streamed': { read: async (bytes) => streamed(bytes) },
  'duizhao, whole tree': { read: async (bytes) => taken(readXliff(bytes)), both: (bytes) => ours(text(bytes)) },
  'saxes, bare': {
    read: async (bytes) => {
      let events = 0
      const parser = new SaxesParser({ xmlns: true })
      for (const name of ['opentag', 'closetag', 'text'] as const) parser.on(name, () => events++)
      return parser.write(text(bytes)).close()
    },
  },
  xliff: { read: (bytes) => xliff2js(text(bytes)), both: (bytes) => theirs(text(bytes)) },
  'fast-xml-parser': {
    read: async (bytes) => new XMLParser(ordered).parse(text(bytes)),
    both: async (bytes) => new XMLBuilder(ordered).build(new XMLParser(ordered).parse(text(bytes))),
  },
}

/** Processor time, in milliseconds: what else runs on the machine makes less of a difference to it. */
async function cost(run: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage()
  await run()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

/** The speed of a contestant, best of three, and its peak of memory in the first; it has the process to itself. */
async function measure(name: string, file: string): Promise<void> {
  const { read, both } = contestants[name] ?? contestants.xliff ?? { read: async () => null }
  const bytes = readFileSync(file)
  const times = { read: Number.POSITIVE_INFINITY, both: Number.POSITIVE_INFINITY }
  times.read = await cost(() => read(bytes))
  const peak = process.resourceUsage().maxRSS / 1024
  for (let run = 0; run < 2; run++) times.read = Math.min(times.read, await cost(() => read(bytes)))
  if (both) for (let run = 0; run < 3; run++) times.both = Math.min(times.both, await cost(() => both(bytes)))
  const speed = (ms: number) => (ms < Number.POSITIVE_INFINITY ? ((bytes.length / 2 ** 20) * 1000) / ms : 0).toFixed(1)
  console.log(
    `  ${name.padEnd(20)} read ${speed(times.read)} MB/s, read and written ${speed(times.both)} MB/s, peak ${peak.toFixed(0)} MB`,
  )
}

async function compareFidelity(folder: string): Promise<void> {
  if (!existsSync(folder)) return console.log(`no XLIFF suites at ${folder}`)
  const files = globSync('**/valid/*.xlf', { cwd: folder }).map((name) => `${folder}/${name}`)
  console.log(`${files.length} valid files of the OASIS suites`)
  for (const [name, roundTrip] of Object.entries({ duizhao: ours, xliff: theirs })) {
    const { identical, lossy, threw, illFormed } = await tally(files, roundTrip)
    console.log(`  ${name.padEnd(8)} identical ${identical}, lossy ${lossy}, threw ${threw}, ill-formed ${illFormed}`)
  }
}

const [size = '24.9', folder = new URL('../../shared/corpora/xliff/', import.meta.url).pathname, file, name] =
  process.argv.slice(2)
if (file !== undefined && name !== undefined) await measure(name, file)
else {
  await compareFidelity(folder)
  console.log(`a file of ${size} MB; processor time, best of three; each in a process of its own`)
  const made = join(mkdtempSync(join(tmpdir(), 'duizhao-bench-')), 'made.xlf')
  writeFileSync(made, generated(Number(size)))
  for (const name of Object.keys(contestants)) {
    spawnSync(process.execPath, [import.meta.filename, size, folder, made, name], { stdio: 'inherit' })
  }
  rmSync(made)
}
