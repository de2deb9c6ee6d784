import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dialectOfModel } from '../../../src/model/prompt-dialect.ts'
import { call, type Reply } from '../../api.ts'
import { FailureNotice } from '../../components/failure-notice.tsx'
import { Notice } from '../../components/notice.tsx'
import { useSending } from '../../interaction/use-sending.ts'

type Servers = Reply<'findLocalServers'>['servers']

const software = { ollama: 'Ollama', 'llama-server': 'llama-server', vllm: 'vLLM' } as const

/** Looks, when somebody presses the button, whether a server with models answers on this machine, and offers it. */
export function LocalServers({ onChoose }: { onChoose: (baseUrl: string, model: string) => void }) {
  const { t } = useTranslation()
  const sending = useSending()
  const [servers, setServers] = useState<Servers | null>(null)
  const look = async () => {
    const reply = await sending.send(call('findLocalServers', { body: {} }))
    setServers(reply?.servers ?? null)
  }
  return (
    <div className="local-servers stack">
      <p className="row-of-buttons">
        <button type="button" className="button" disabled={sending.busy} onClick={() => void look()}>
          {t(sending.busy ? 'engines.local.looking' : 'engines.local.look')}
        </button>
        <span className="soft">{t('engines.local.where')}</span>
      </p>
      <FailureNotice failure={sending.failure} />
      {servers?.length === 0 && <Notice>{t('engines.local.none')}</Notice>}
      {servers?.map(({ software: name, baseUrl, models }) => (
        <Notice key={baseUrl}>
          <p>
            <b>{t('engines.local.found', { server: software[name] })}</b>{' '}
            {t('engines.local.models', { address: baseUrl, count: models.length })}
          </p>
          <ul>
            {sortedModels(models).map(({ model, translates }) => (
              <li key={model}>
                <button type="button" className="text-button" onClick={() => onChoose(baseUrl, model)}>
                  {t('engines.local.use', { model })}
                </button>{' '}
                {translates && <span className="soft">{t('engines.local.translates')}</span>}
              </li>
            ))}
          </ul>
        </Notice>
      ))}
    </div>
  )
}

/** How many models are offered at most: those made for translating first. */
const mostModels = 12

function sortedModels(models: readonly string[]) {
  const known = models.map((model) => ({ model, translates: dialectOfModel(model) !== 'json' }))
  return known.toSorted((a, b) => Number(b.translates) - Number(a.translates)).slice(0, mostModels)
}
