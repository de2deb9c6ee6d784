import { useTranslation } from 'react-i18next'
import type { SignOffSheet } from '../../../src/contract/views.ts'
import { useWords } from '../../components/coded-words.tsx'
import { When } from '../../components/instant.tsx'
import { SegmentLink } from './place.tsx'

/** The findings that somebody has let stand, by whom and why. */
export function Waivers({ waivers }: { waivers: SignOffSheet['waivers'] }) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="waivers">
      <h2 id="waivers">{t('signOff.waivers', { count: waivers.length })}</h2>
      {waivers.length === 0 && <p className="soft">{t('signOff.noWaivers')}</p>}
      <ul className="waivers">
        {waivers.map(({ segment, finding, reason, name, at }) => (
          <li key={`${segment} ${finding}`}>
            <SegmentLink segment={segment} />
            <div>
              <p>
                <WaivedFinding finding={finding} />
              </p>
              <p>
                <b>{name}</b> <When at={at} />
                {t('common.colon')}
                {reason}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
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
