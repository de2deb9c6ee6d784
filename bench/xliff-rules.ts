/**
 * How long the check of XLIFF takes: `npx node bench/xliff-rules.ts [units …]`. Made-up files of one segment a unit, valid
 * and with a wrong state in each, by processor time; the cost must grow as the file does.
 */

import { checkXliff } from '../src/formats/xliff/rules/check.ts'
import { readXml } from '../src/formats/xml/read.ts'
import { isRefusal } from '../src/model/refusal.ts'

function generated(units: number, state: string): Uint8Array {
  const parts = ['<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="zh-CN" trgLang="en">']
  parts.push('<file id="f">\n')
  for (let at = 1; at <= units; at++) {
    parts.push(
      `<unit id="u${at}"><segment id="s1" state="${state}"><source>第${at}句：投资 <pc id="1">${at * 7}亿</pc> 元 &amp; 其他。</source>`,
      `<target>Sentence ${at}: an investment of <pc id="1">${at * 7} hundred million</pc> yuan &amp; others.</target></segment></unit>\n`,
    )
  }
  parts.push('</file></xliff>')
  return new TextEncoder().encode(parts.join(''))
}

/** The least of three runs in milliseconds of processor time: what else runs on the machine makes less of a difference. */
function cost(run: () => void): number {
  const times = [1, 2, 3].map(() => {
    const start = process.cpuUsage()
    run()
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1000
  })
  return Math.min(...times)
}

const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [25_000, 50_000, 100_000]
for (const units of sizes) {
  const valid = generated(units, 'translated')
  const text = new TextDecoder().decode(valid)
  const invalid = generated(units, 'done')
  const tree = cost(() => readXml(text))
  const check = cost(() => {
    const result = checkXliff(valid)
    if (isRefusal(result) || result.findings.length > 0) throw new Error('a valid file was not accepted')
  })
  const wrong = cost(() => {
    const result = checkXliff(invalid)
    if (isRefusal(result) || result.findings.length !== units) throw new Error('not every wrong state was found')
  })
  const megabytes = valid.length / 2 ** 20
  const speed = (ms: number) => `${(ms / 1000).toFixed(1)} s, ${((megabytes * 1000) / ms).toFixed(1)} MB/s`
  console.log(`${units} units, ${megabytes.toFixed(1)} MB: checked in ${speed(check)} (of it the tree ${speed(tree)})`)
  console.log(`  a finding in each unit: ${speed(wrong)}`)
}
