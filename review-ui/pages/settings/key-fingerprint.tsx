import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyText } from '../../components/copy-text.tsx'
import { fingerprintOf } from './logic/fingerprint.ts'

/** The fingerprint of the workspace's key, to be published elsewhere. */
export function KeyFingerprint({ publicKey }: { publicKey: string }) {
  const { t } = useTranslation()
  const [fingerprint, setFingerprint] = useState<string | null | 'waiting'>('waiting')
  useEffect(() => {
    void fingerprintOf(publicKey).then(setFingerprint)
  }, [publicKey])
  if (fingerprint === 'waiting') return null
  return (
    <div className="stack">
      {fingerprint === null ? (
        <p>{t('settings.key.cannot')}</p>
      ) : (
        <div>
          <p className="soft">{t('settings.key.label')}</p>
          <CopyText text={fingerprint}>
            <code className="fingerprint">
              {fingerprint.split(' ').map((group, index) => {
                const key = index
                return <span key={key}>{group} </span>
              })}
            </code>
          </CopyText>
        </div>
      )}
      <p>{t('settings.key.advice')}</p>
    </div>
  )
}
