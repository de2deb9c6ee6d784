import { type ChangeEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call, type Reply } from '../../api.ts'
import { useWords } from '../../components/coded-words.tsx'
import { useFileDrop } from '../../components/file-drop.ts'
import { Notice } from '../../components/notice.tsx'

/** What became of a file: a document to be translated, or a memory to draft from. */
export type Imported =
  | { readonly type: 'document'; readonly reply: Reply<'importDocument'> }
  | { readonly type: 'memory'; readonly name: string; readonly reply: Reply<'importMemory'> }

/** Takes files dropped anywhere on the page or chosen, and says what became of them. A TMX file is a memory. */
export function ImportBox({ onImported }: { onImported: (imported: Imported) => void }) {
  const { t } = useTranslation()
  const words = useWords()
  const documents = useRef<HTMLInputElement>(null)
  const memories = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState<string | null>(null)
  const [wrong, setWrong] = useState<readonly { name: string; words: string }[]>([])
  const send = async (file: File) => {
    const query = { filename: file.name }
    if (/\.tmx$/i.test(file.name)) {
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
        {busy === null ? t('documents.drop') : t('documents.importing', { name: busy })}
      </p>
      <input ref={documents} {...input} aria-label={t('documents.choose')} accept=".txt,.md,text/plain,text/markdown" />
      <input ref={memories} {...input} aria-label={t('documents.chooseMemory')} accept=".tmx" />
      {wrong.map(({ name, words }) => (
        <Notice key={name} wrong>
          <b>{name}</b> {words}
        </Notice>
      ))}
    </section>
  )
}
