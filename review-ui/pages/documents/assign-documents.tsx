import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentSummary } from '../../../src/contract/views/documents.ts'
import { call } from '../../api.ts'
import { useWords } from '../../components/coded-words.tsx'
import { useRemote } from '../../interaction/use-remote.ts'
import { useSending } from '../../interaction/use-sending.ts'
import { announce } from '../../shell/announce.tsx'
import { AssignDialog, type Work } from '../assigning/assign-dialog.tsx'

/** Gives one document or many to somebody; those that were refused stay in the dialog, with the reason. */
export function AssignDocuments({
  documents,
  onDone,
  onClose,
}: {
  documents: readonly DocumentSummary[]
  onDone: () => Promise<void>
  onClose: () => void
}) {
  const { t } = useTranslation()
  const words = useWords()
  const remote = useRemote('people', (signal) => call('people', { signal }))
  const sending = useSending()
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [refused, setRefused] = useState<ReadonlyMap<string, string>>(new Map())
  const chosen = documents.filter(({ id }) => !left.has(id))
  const send = async (work: Work) => {
    const body = { ...work, documents: chosen.map(({ id }) => id) }
    const answer = await sending.send(call('assignDocuments', { body }))
    if (answer === null) return
    const name = remote.data?.people.find(({ id }) => id === work.person)?.name ?? ''
    announce(t('assign.manyDone', { count: answer.done.length, name }))
    await onDone()
    if (answer.refused.length === 0) return onClose()
    setLeft(new Set(answer.done))
    setRefused(new Map(answer.refused.map(({ document, refusal }) => [document, words.failure(refusal)])))
  }
  return (
    <AssignDialog
      title={t('assign.title')}
      about={
        <ul className="assign-many">
          {documents.map(({ id, title, filename }) => (
            <li key={id}>
              <label>
                <input
                  type="checkbox"
                  checked={!left.has(id)}
                  onChange={({ target }) =>
                    setLeft(new Set(target.checked ? [...left].filter((one) => one !== id) : [...left, id]))
                  }
                />{' '}
                <span className="zh" lang="zh-CN">
                  {title}
                </span>{' '}
                <span className="soft">{filename}</span>
              </label>
              {refused.has(id) && <p className="red">{refused.get(id)}</p>}
            </li>
          ))}
        </ul>
      }
      people={(remote.data?.people ?? []).filter(({ active }) => active)}
      submit={t('assign.submitMany', { count: chosen.length })}
      busy={sending.busy || chosen.length === 0}
      failure={sending.failure ?? remote.failure}
      onSend={(work) => void send(work)}
      onClose={onClose}
    />
  )
}
