import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mayDo } from '../../../src/model/permissions.ts'
import { call, type Reply } from '../../api.ts'
import { useWords } from '../../components/coded-words.tsx'
import { FailureNotice } from '../../components/failure-notice.tsx'
import { FileChoice } from '../../components/file-choice.tsx'
import { Notice } from '../../components/notice.tsx'
import { useRemote } from '../../interaction/use-remote.ts'
import { useSending } from '../../interaction/use-sending.ts'
import { useMe } from '../../shell/session.tsx'

type Taken = Reply<'importMemory'> & { readonly name: string }

/** A memory file taken in, and what became of it. */
export function ImportMemory({ onImported }: { onImported: () => Promise<void> }) {
  const { t, i18n } = useTranslation()
  const words = useWords()
  const formats = useRemote('formats', (signal) => call('formats', { signal }))
  const { busy, failure, send } = useSending()
  const [name, setName] = useState('')
  const [taken, setTaken] = useState<Taken | null>(null)
  const me = useMe()
  if (!mayDo(me, 'import-memory')) return null
  const endings = formats.data?.memories ?? []
  const take = async (file: File) => {
    setName(file.name)
    setTaken(null)
    const reply = await send(call('importMemory', { query: { filename: file.name }, bytes: file }))
    if (reply === null) return
    setTaken({ ...reply, name: file.name })
    await onImported()
  }
  const hint = busy ? t('memories.reading', { name }) : t('memories.drop', { endings: endings.join(', ') })
  return (
    <>
      <FileChoice
        label={t('memories.import')}
        choose={t('memories.import')}
        hint={hint}
        endings={endings}
        busy={busy}
        onFile={(file) => void take(file)}
      />
      {failure !== null && (
        <div>
          <p>
            <b>{name}</b>
          </p>
          <FailureNotice failure={failure} />
        </div>
      )}
      {taken !== null && (
        <Notice>
          <p>
            <b>{taken.name}</b>{' '}
            {t('memories.taken', { count: taken.pairs, pairs: taken.pairs.toLocaleString(i18n.language) })}{' '}
            {taken.skipped > 0 && t('memories.skipped', { count: taken.skipped })}{' '}
            {taken.codes > 0 && t('memories.codes', { count: taken.codes })}
          </p>
          {taken.notices.map((notice) => (
            <p key={notice.code}>{words.notice(notice)}</p>
          ))}
        </Notice>
      )}
    </>
  )
}
