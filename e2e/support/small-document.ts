import assert from 'node:assert/strict'
import { findingKey } from '../../src/model/finding.ts'
import type { Colleague } from './colleague.ts'
import { confirmFigures, sign, stepRest } from './desk.ts'

/** A document of the tests' own, one of each kind of block that plain text has. No memory knows it. */
export const smallFile = `云溪县石桥修缮情况
记者：请问石桥什么时候能修好？
林知夏：全县三年修了古桥12座，花了3600万元。最后一座下个月开工，工期约九个月。
一是学习“千万工程”经验。
`

const english = [
  'Mending the Stone Bridges of Yunxi County',
  'Reporter: When will the stone bridge be mended?',
  'Lin Zhixia: In three years the county mended 12 old bridges, at a cost of 36 million yuan.',
  'Work on the last one begins next month and will take about nine months.',
  'First, we learn from the Green Rural Revival Program.',
]

/** The segment that a slip is written into: the cost is a tenth of what the Chinese says. */
export const slip = 'b3.s1'

/** Imports it and writes its English, with the slip, by the API. */
export async function writeSmallDocument(translator: Colleague): Promise<string> {
  const { id } = await translator.given('POST', '/api/documents?filename=bridges.txt', Buffer.from(smallFile))
  const segments = Object.values((await translator.document(id)).state.segments)
  assert.equal(segments.length, english.length)
  for (const [index, segment] of segments.entries()) {
    const target = segment.id === slip ? english[index]?.replace('36', '3.6') : english[index]
    const path = `/api/documents/${id}/segments/${segment.id}`
    await translator.given('PUT', path, { base: segment.version, target: [target] })
  }
  return id
}

/** Lets the slip stand with a reason, and brings the document to a second release that says what it corrects. */
export async function publishSmallDocument(
  document: string,
  translator: Colleague,
  reviser: Colleague,
  approver: Colleague,
): Promise<string> {
  const base = `/api/documents/${document}`
  const revised = async () => {
    await stepRest(translator, document, 'translate')
    const { findings } = await reviser.given('GET', `${base}/findings`)
    for (const finding of findings.filter(
      (one: { severity: string; waived: boolean }) => one.severity === 'error' && !one.waived,
    )) {
      const { version } = await reviser.segment(document, finding.segment)
      await reviser.given('POST', `${base}/segments/${finding.segment}/waivers`, {
        base: version,
        finding: findingKey(finding),
        reason: 'The sum is under inquiry.',
      })
    }
    await stepRest(reviser, document, 'revise')
    await confirmFigures(reviser, document)
    await sign(approver, document)
    return (await approver.given('POST', `${base}/releases`, {})).path
  }
  await revised()
  const { version } = await translator.segment(document, 'b2.s1')
  const target = ['Reporter: When will the stone bridge be open again?']
  await translator.given('PUT', `${base}/segments/b2.s1`, { base: version, target })
  return revised()
}
