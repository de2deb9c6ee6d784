import { useTranslation } from 'react-i18next'
import type { SignOffSheet } from '../../../src/contract/views/signing.ts'
import { useWords } from '../../components/coded-words.tsx'
import { Icon } from '../../components/icon.tsx'
import { When } from '../../components/instant.tsx'
import { SegmentLink } from './place.tsx'
import { isSince, Since } from './step.tsx'

/** The findings that somebody has let stand, by whom and why. */
export function Waivers({ sheet }: { sheet: SignOffSheet }) {
  const { t } = useTranslation()
  const { waivers } = sheet
  if (waivers.length === 0) return null
  return (
    <div className="group">
      <h3>
        <Icon name="waived" /> {t('signOff.waivers', { count: waivers.length })}
      </h3>
      <p className="soft">{t('signOff.waiversPublic')}</p>
      <ul className="points">
        {waivers.map(({ segment, finding, reason, name, at }) => (
          <li key={`${segment} ${finding}`}>
            <SegmentLink segment={segment} />
            <div className="what">
              <p>
                <WaivedFinding finding={finding} />
              </p>
              <p className="quoted">{reason}</p>
            </div>
            <div className="by">
              <b>{name}</b> <When at={at} /> <Since sheet={sheet} isNew={isSince(sheet, at)} />
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}
/** The words of a waived finding from its key: the code and its parameters. */
function WaivedFinding({ finding }: { finding: string }) {
  const words = useWords()
  try {
    const key: unknown = JSON.parse(finding)
    if (!Array.isArray(key)) return finding
    const [code = finding, ...params] = key.map(String)
    const pairs = params.map((param) => {
      const at = param.indexOf('=')
      return [param.slice(0, at), param.slice(at + 1)]
    })
    return words.finding({ code, params: Object.fromEntries(pairs) })
  } catch {
    return finding
  }
}
