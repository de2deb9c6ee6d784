import { type ChangeEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call, type Failure } from '../../api.ts'
import { useWords } from '../../components/coded-words.tsx'
import { Notice } from '../../components/notice.tsx'
import { useRemote } from '../../interaction/use-remote.ts'
import { alignApart } from './align-apart.ts'
import type { AlignedTexts } from './logic/aligned-texts.ts'

type Side = 'zh' | 'en'
type Step = { readonly type: 'reading'; readonly name: string } | { readonly type: 'aligning' }

/** What went wrong, and with which file. */
interface Wrong {
  readonly name: string
  readonly failure: Failure | null
}

/** The two files of a finished translation, chosen one by one or dropped on their boxes, and their alignment. */
export function FilePair({ onAligned }: { onAligned: (texts: AlignedTexts) => void }) {
  const { t } = useTranslation()
  const words = useWords()
  const formats = useRemote('formats', (signal) => call('formats', { signal }))
  const [files, setFiles] = useState<Readonly<Record<Side, File | null>>>({ zh: null, en: null })
  const [step, setStep] = useState<Step | null>(null)
  const [wrong, setWrong] = useState<Wrong | null>(null)
  const stop = useRef(new AbortController())
  const { zh, en } = files
  const read = async (file: File, language: Side) => {
    setStep({ type: 'reading', name: file.name })
    const { signal } = stop.current
    const outcome = await call('textToAlign', { query: { filename: file.name, language }, bytes: file, signal })
    if (outcome.type === 'reply') return outcome.reply
    if (!signal.aborted) setWrong({ name: file.name, failure: outcome })
    return null
  }
  const align = async (chinese: File, english: File): Promise<AlignedTexts | null> => {
    const zhTexts = await read(chinese, 'zh')
    if (zhTexts === null) return null
    const enTexts = await read(english, 'en')
    if (enTexts === null) return null
    const terms = await call('terms')
    setStep({ type: 'aligning' })
    const begun = performance.now()
    const request = {
      zh: zhTexts.segments,
      en: enTexts.segments,
      terms: terms.type === 'reply' ? terms.reply.terms : [],
    }
    const links = await alignApart(request, stop.current.signal)
    if (links === null) {
      if (!stop.current.signal.aborted) setWrong({ name: `${chinese.name}, ${english.name}`, failure: null })
      return null
    }
    const milliseconds = performance.now() - begun
    return {
      chinese: chinese.name,
      english: english.name,
      zh: zhTexts.segments,
      en: enTexts.segments,
      notices: { zh: zhTexts.notices, en: enTexts.notices },
      links,
      terms: request.terms,
      milliseconds,
    }
  }
  const start = async () => {
    if (zh === null || en === null) return
    setWrong(null)
    stop.current = new AbortController()
    const texts = await align(zh, en)
    setStep(null)
    if (texts !== null) onAligned(texts)
  }
  const accept = formats.data?.documents.join()
  return (
    <>
      <header className="stack">
        <h1>{t('pair.from')}</h1>
        <p className="lead">{t('pair.fromMeans', { endings: formats.data?.documents.join(', ') ?? '' })}</p>
      </header>
      <div className="two-files">
        {(['zh', 'en'] as const).map((side) => (
          <FileBox
            key={side}
            side={side}
            file={files[side]}
            accept={accept}
            busy={step !== null}
            onFile={(file) => setFiles({ ...files, [side]: file })}
          />
        ))}
      </div>
      <p className="row-of-buttons">
        <button
          type="button"
          className="button primary"
          disabled={zh === null || en === null || step !== null}
          onClick={() => void start()}
        >
          {t('pair.align')}
        </button>
        {step !== null && (
          <button type="button" className="button" onClick={() => stop.current.abort()}>
            {t('drafting.stop')}
          </button>
        )}
        <span role="status" className="soft">
          {step?.type === 'reading' && t('pair.reading', { name: step.name })}
          {step?.type === 'aligning' && t('pair.aligning')}
          {step === null && zh === null && t('pair.needsChinese')}
          {step === null && zh !== null && en === null && t('pair.needsEnglish')}
        </span>
      </p>
      {wrong && (
        <Notice wrong>
          <b>{wrong.name}</b> {wrong.failure ? words.failure(wrong.failure) : t('pair.noWorker')}
        </Notice>
      )}
    </>
  )
}

function FileBox({
  side,
  file,
  accept,
  busy,
  onFile,
}: {
  side: Side
  file: File | null
  accept: string | undefined
  busy: boolean
  onFile: (file: File) => void
}) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const chosen = (event: ChangeEvent<HTMLInputElement>) => {
    const [first] = event.target.files ?? []
    // The same file can be chosen again after a refusal.
    event.target.value = ''
    if (first) onFile(first)
  }
  const choose = t(`pair.choose.${side}`)
  return (
    <section
      className={over ? 'import over' : 'import'}
      aria-label={t(`pair.side.${side}`)}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        const [first] = event.dataTransfer.files
        if (first && !busy) onFile(first)
      }}
    >
      <p>
        <b>{t(`pair.side.${side}`)}</b>
      </p>
      <p className={file === null ? 'soft' : ''}>{file?.name ?? t('pair.drop')}</p>
      <button type="button" className="text-button" disabled={busy} onClick={() => input.current?.click()}>
        {choose}
      </button>
      <input
        ref={input}
        className="hidden"
        type="file"
        tabIndex={-1}
        aria-label={choose}
        accept={accept}
        onChange={chosen}
      />
    </section>
  )
}
