import { type ChangeEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fileLimits } from '../../../src/model/file-limits.ts'
import { call, type Reply } from '../../api.ts'
import { useWords } from '../../components/coded-words.tsx'
import { useFileDrop } from '../../components/file-drop.ts'
import { Notice } from '../../components/notice.tsx'
import { useRemote } from '../../interaction/use-remote.ts'

/** What became of a file: a document to be translated, or a memory to draft from. */
export type Imported =
  | { readonly type: 'document'; readonly reply: Reply<'importDocument'> }
  | { readonly type: 'memory'; readonly name: string; readonly reply: Reply<'importMemory'> }

/** Takes files dropped anywhere on the page or chosen, and says what became of them. A memory is known by its ending. */
export function ImportBox({ onImported }: { onImported: (imported: Imported) => void }) {
  const { t } = useTranslation()
  const words = useWords()
  const documents = useRef<HTMLInputElement>(null)
  const memories = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState<string | null>(null)
  const [wrong, setWrong] = useState<readonly { name: string; words: string }[]>([])
  const formats = useRemote('formats', (signal) => call('formats', { signal }))
  const send = async (file: File) => {
    const query = { filename: file.name }
    const known = formats.data === null ? await call('formats') : { type: 'reply' as const, reply: formats.data }
    if (known.type !== 'reply') return known
    if (known.reply.memories.some((ending) => file.name.toLowerCase().endsWith(ending))) {
      const outcome = await call('importMemory', { query, bytes: file })
      if (outcome.type !== 'reply') return outcome
      onImported({ type: 'memory', name: file.name, reply: outcome.reply })
    } else {
      const outcome = await call('importDocument', { query, bytes: file })
      if (outcome.type !== 'reply') return outcome
      onImported({ type: 'document', reply: outcome.reply })
    }
    return null
  }
  const take = async (files: readonly File[]) => {
    setWrong([])
    for (const file of files) {
      setBusy(file.name)
      const failure = await send(file)
      if (failure !== null) setWrong((before) => [...before, { name: file.name, words: words.failure(failure) }])
    }
    setBusy(null)
  }
  const chosen = (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])]
    // The same file can be chosen again after a refusal.
    event.target.value = ''
    void take(files)
  }
  const drop =
    formats.data &&
    t('documents.drop', {
      documents: formats.data.documents.join(', '),
      memories: formats.data.memories.join(', '),
      megabytes: fileLimits.bytes / 2 ** 20,
    })
  const over = useFileDrop((files) => void take(files))
  const input = { className: 'hidden', type: 'file', tabIndex: -1, multiple: true, onChange: chosen }
  return (
    <section className={over ? 'import over' : 'import'} aria-label={t('documents.import')}>
      <div className="row-of-buttons">
        <button
          type="button"
          className="button primary"
          disabled={busy !== null}
          onClick={() => documents.current?.click()}
        >
          {t('documents.choose')}
        </button>
        <button type="button" className="button" disabled={busy !== null} onClick={() => memories.current?.click()}>
          {t('documents.chooseMemory')}
        </button>
      </div>
      <p className="soft" role="status">
        {busy === null ? drop : t('documents.importing', { name: busy })}
      </p>
      <input ref={documents} {...input} aria-label={t('documents.choose')} accept={formats.data?.documents.join()} />
      <input
        ref={memories}
        {...input}
        aria-label={t('documents.chooseMemory')}
        accept={formats.data?.memories.join()}
      />
      {wrong.map(({ name, words }) => (
        <Notice key={name} wrong>
          <b>{name}</b> {words}
        </Notice>
      ))}
    </section>
  )
}
