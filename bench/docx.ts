import { docxFormat } from '../src/formats/docx/docx.ts'
import { field, paragraph, run, table, wordFile } from '../src/formats/docx/fixtures/build.ts'
import type { Inline } from '../src/model/inline.ts'
import { isRefusal } from '../src/model/refusal.ts'

/**
 * A Word document of 300 pages, in and out again: 7,500 paragraphs as Word writes them, each of six runs that fonts and
 * hints part, one in bold, a field or a table in every tenth. Prints milliseconds, the best of five.
 */
const pages = 300
const paragraphsOnPage = 25

const chinese =
  '<w:rFonts w:hint="eastAsia" w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312"/><w:sz w:val="32"/><w:szCs w:val="32"/>'
const latin = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:sz w:val="32"/><w:szCs w:val="32"/>'

function line(at: number): string {
  const words = [
    run('到', chinese),
    run('2029', latin),
    run('年底，建成骨干水网', chinese),
    run(`${at}`, latin),
    run('处，新增供水能力', `${chinese}<w:b/>`),
    run('一亿二千万立方米，受益人口八十六万人，项目清单见附表。', chinese),
  ].join('')
  if (at % 20 === 0) return table([[paragraph(words), paragraph(run('备注', chinese))]])
  return paragraph(
    at % 10 === 0 ? words + field('REF _Ref1 \\h', '附件1') : words,
    '<w:ind w:firstLineChars="200" w:firstLine="640"/>',
  )
}

const body = Array.from({ length: pages * paragraphsOnPage }, (_, at) => line(at)).join('')
const bytes = await wordFile({ body })

async function best(name: string, work: () => Promise<unknown>): Promise<void> {
  const times: number[] = []
  for (let round = 0; round < 5; round++) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  console.log(`${name}: ${Math.round(Math.min(...times))} ms`)
}

const read = await docxFormat.read(bytes, { filename: 'a.docx' })
if (isRefusal(read)) throw new Error(read.code)
const english = (text: Inline): Inline => ['In English: ', ...text]
const targets = read.blocks.map(({ text }) => english(text))
console.log(`${pages} pages, ${read.blocks.length} paragraphs, ${Math.round(body.length / 1024)} KB of XML`)
await best('in', () => docxFormat.read(bytes, { filename: 'a.docx' }))
await best('out', () => docxFormat.rewrite(bytes, targets))
