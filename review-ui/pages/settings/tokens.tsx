import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApiToken } from '../../../src/model/api-token.ts'
import { call } from '../../api.ts'
import { CopyText } from '../../components/copy-text.tsx'
import { FailureNotice } from '../../components/failure-notice.tsx'
import { DayOf } from '../../components/instant.tsx'
import { Loading } from '../../components/loading.tsx'
import { Notice } from '../../components/notice.tsx'
import { useRemote } from '../../interaction/use-remote.ts'
import { useSending } from '../../interaction/use-sending.ts'
import { announce } from '../../shell/announce.tsx'
import { TokenForm } from './token-form.tsx'

/** One's own tokens for programs: those there are, each with a way to end it, and the form that makes one. */
export function Tokens() {
  const { t } = useTranslation()
  const remote = useRemote('tokens', (signal) => call('tokens', { signal }))
  const sending = useSending()
  const [text, setText] = useState<string | null>(null)
  const tokens = remote.data?.tokens ?? []
  const end = async ({ id, name }: ApiToken) => {
    const reply = await sending.send(call('revokeToken', { params: { token: id } }))
    if (reply === null) return
    remote.replace({ tokens: tokens.filter((token) => token.id !== id) })
    announce(t('settings.tokens.ended', { name }))
  }
  return (
    <div className="stack">
      <Loading remote={remote} />
      {remote.data !== null && tokens.length === 0 && <p className="soft">{t('settings.tokens.none')}</p>}
      {tokens.length > 0 && (
        <ul className="settings-list">
          {tokens.map((token) => (
            <li key={token.id}>
              <span>
                <b>{token.name}</b>
                <small className="soft">
                  {token.scopes.map((scope) => (
                    <span key={scope}>{t(`settings.tokens.scope.${scope}`)}</span>
                  ))}
                  <span>
                    {t('settings.tokens.ends')} <DayOf at={token.expires} />
                  </span>
                </small>
              </span>
              <button
                type="button"
                className="button"
                disabled={sending.busy}
                aria-label={t('settings.tokens.endNamed', { name: token.name })}
                onClick={() => void end(token)}
              >
                {t('settings.tokens.end')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <FailureNotice failure={sending.failure} />
      {text !== null && (
        <Notice>
          <p>{t('settings.tokens.made')}</p>
          <CopyText text={text}>
            <code className="token-text">{text}</code>
          </CopyText>
        </Notice>
      )}
      <TokenForm
        onMade={(made) => {
          setText(made.text)
          announce(t('settings.tokens.made'))
          remote.replace({ tokens: [made.token, ...tokens] })
        }}
      />
    </div>
  )
}
