import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call, type Reply } from '../../api.ts'
import { Notice } from '../../components/notice.tsx'
import { useWords } from '../../components/words.tsx'

/** Takes a file dropped anywhere on the page or chosen, and says what became of it. */
export function ImportBox({ onImported }: { onImported: (reply: Reply<'importDocument'>) => void }) {
  const { t } = useTranslation()
  const words = useWords()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [busy, setBusy] = useState<string | null>(null)
  const [wrong, setWrong] = useState<readonly { name: string; words: string }[]>([])
  const take = async (files: readonly File[]) => {
    setWrong([])
    for (const file of files) {
      setBusy(file.name)
      const outcome = await call('importDocument', { query: { filename: file.name }, bytes: file })
      if (outcome.type === 'reply') onImported(outcome.reply)
      else setWrong((before) => [...before, { name: file.name, words: words.failure(outcome) }])
    }
    setBusy(null)
  }
  const latest = useRef(take)
  latest.current = take
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const drag = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(false)
      void latest.current([...(event.dataTransfer?.files ?? [])])
    }
    document.addEventListener('dragover', drag)
    document.addEventListener('dragleave', leave)
    document.addEventListener('drop', drop)
    return () => {
      document.removeEventListener('dragover', drag)
      document.removeEventListener('dragleave', leave)
      document.removeEventListener('drop', drop)
    }
  }, [])
  return (
    <section className={over ? 'import over' : 'import'} aria-label={t('documents.import')}>
      <button type="button" className="button primary" disabled={busy !== null} onClick={() => input.current?.click()}>
        {t('documents.choose')}
      </button>
      <p className="soft">{busy === null ? t('documents.drop') : t('documents.importing', { name: busy })}</p>
      <input
        ref={input}
        className="hidden"
        type="file"
        tabIndex={-1}
        aria-label={t('documents.choose')}
        accept=".txt,.md,text/plain,text/markdown"
        multiple
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          // The same file can be chosen again after a refusal.
          event.target.value = ''
          void take(files)
        }}
      />
      {wrong.map(({ name, words }) => (
        <Notice key={name} wrong>
          <b>{name}</b> {words}
        </Notice>
      ))}
    </section>
  )
}
