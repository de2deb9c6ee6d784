import { useTranslation } from 'react-i18next'
import type { SignOffSheet } from '../../../src/contract/views/signing.ts'
import type { Finding } from '../../../src/model/finding.ts'
import { figureDiffers } from '../../../src/model/release.ts'
import { Icon } from '../../components/icon.tsx'
import { When } from '../../components/instant.tsx'
import { BelowMark } from './below-mark.tsx'
import { Comments } from './comments.tsx'
import { HeadedTable } from './long-list.tsx'
import { Doubts } from './pace.tsx'
import { SegmentLink } from './place.tsx'
import { isSince, Since } from './step.tsx'
import { Waivers } from './waivers.tsx'
import { Warnings } from './warnings.tsx'

/** What the machine cannot decide: comments, errors let stand, differing figures, haste and accounts, warnings. */
export function Judgement({
  sheet,
  document,
  warnings,
  changed,
  again,
}: {
  sheet: SignOffSheet
  document: string
  warnings: readonly Finding[]
  /** The sentences that are not as they were signed. */
  changed: ReadonlySet<string>
  again: () => Promise<void>
}) {
  return (
    <>
      <Comments sheet={sheet} document={document} again={again} />
      <Waivers sheet={sheet} />
      <DifferingFigures sheet={sheet} />
      <BelowMark sheet={sheet} document={document} />
      <Doubts sheet={sheet} />
      <Warnings sheet={sheet} warnings={warnings} changed={changed} />
    </>
  )
}

/** Figures that the English does not say as the Chinese does, with who let them stand. */
function DifferingFigures({ sheet }: { sheet: SignOffSheet }) {
  const { t } = useTranslation()
  const differing = sheet.figures.filter((figure) => figureDiffers(figure) && figure.confirmed !== undefined)
  if (differing.length === 0) return null
  return (
    <div className="group">
      <h3>
        <Icon name="warning" /> {t('signOff.differing', { count: differing.length })}
      </h3>
      <HeadedTable
        heads={[
          t('signOff.segment'),
          t('document.chinese'),
          t('signOff.value'),
          t('document.english'),
          t('signOff.confirmed'),
        ]}
      >
        {differing.map(({ segment, source, expected, target, confirmed }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a segment can have the same figure twice
          <tr key={`${segment} ${index}`}>
            <td>
              <SegmentLink segment={segment} />
            </td>
            <td className="zh" lang="zh-CN">
              {source}
            </td>
            <td className="en" lang="en">
              {expected}
            </td>
            <td className="en" lang="en">
              {target}
            </td>
            <td>
              {confirmed && (
                <>
                  <b>{confirmed.name}</b> <When at={confirmed.at} />{' '}
                  <Since sheet={sheet} isNew={isSince(sheet, confirmed.at)} />
                </>
              )}
            </td>
          </tr>
        ))}
      </HeadedTable>
    </div>
  )
}
