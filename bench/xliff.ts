/**
 * The XLIFF codec beside the `xliff` package (locize), in one run: `npm run bench:xliff -- [megabytes] [folder]`.
 * Fidelity on the valid core and module files of the OASIS suites (in `../shared` unless a folder is given), speed on
 * a made-up file. "Identical": every element, attribute and text is there after reading and writing; comments and
 * white space between elements are not asked for, since the package drops them.
 */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { SaxesParser } from 'saxes'
// @ts-expect-error the package has no types
import rival from 'xliff'
import { canonicalForm } from '../src/formats/xliff/canonical-form.ts'
import { readXliff, writeXliff } from '../src/formats/xliff/codec.ts'
import { isRefusal } from '../src/model/refusal.ts'

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

/** Processor time, in milliseconds: what else runs on the machine makes less of a difference to it. */
async function cost(run: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage()
  await run()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

const megabytes = Number(process.argv[2] ?? 4)
const folder = process.argv[3] ?? new URL('../../shared/corpora/xliff/', import.meta.url).pathname
const contestants = [
  ['duizhao', ours, (xml: string) => Promise.resolve(readXliff(new TextEncoder().encode(xml)))],
  ['xliff', theirs, xliff2js],
] as const

if (existsSync(folder)) {
  const files = globSync('**/valid/*.xlf', { cwd: folder }).map((name) => `${folder}/${name}`)
  console.log(`${files.length} valid files of the OASIS suites`)
  for (const [name, roundTrip] of contestants) {
    const { identical, lossy, threw, illFormed } = await tally(files, roundTrip)
    console.log(`  ${name.padEnd(8)} identical ${identical}, lossy ${lossy}, threw ${threw}, ill-formed ${illFormed}`)
  }
} else console.log(`no XLIFF suites at ${folder}`)

const xml = generated(megabytes)
const size = Buffer.byteLength(xml) / 2 ** 20
console.log(`a file of ${size.toFixed(1)} MB, best of 3 runs, processor time`)
for (const [name, roundTrip, parse] of contestants) {
  const times = { parse: Number.POSITIVE_INFINITY, both: Number.POSITIVE_INFINITY }
  for (let run = 0; run < 3; run++) {
    times.parse = Math.min(times.parse, await cost(() => parse(xml)))
    times.both = Math.min(times.both, await cost(() => roundTrip(xml)))
  }
  const speed = (ms: number) => `${((size * 1000) / ms).toFixed(1)} MB/s`
  console.log(`  ${name.padEnd(8)} parse ${speed(times.parse)}, round trip ${speed(times.both)}`)
}
