import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { blockKinds } from '../../../src/model/document.ts'
import { type TableChoice, wordsOfColumns } from '../../../src/model/table-choice.ts'
import { call, type Reply } from '../../api.ts'
import { useWords } from '../../components/coded-words.tsx'
import { FailureNotice } from '../../components/failure-notice.tsx'
import { Notice } from '../../components/notice.tsx'
import { useSending } from '../../interaction/use-sending.ts'
import { announce } from '../../shell/announce.tsx'
import type { ImportResult } from './import-report.tsx'
import { LookedText } from './looked-text.tsx'
import { TableColumns } from './table-columns.tsx'

type Look = Reply<'lookAtDocument'>

/** A file before it is imported: what would be read of it, what is left out and why; nothing is kept before a press. */
export function ImportLook({
  file,
  waiting,
  onResult,
  onLeave,
}: {
  file: File
  /** How many files wait behind it. */
  waiting: number
  onResult: (result: ImportResult) => void
  onLeave: () => void
}) {
  const { t } = useTranslation()
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const [look, setLook] = useState<Look | null>(null)
  const looking = useSending()
  const importing = useSending()
  const { name } = file
  const query = (table: TableChoice | undefined) => ({
    filename: name,
    ...(table && { columns: wordsOfColumns(table), ...(table.sheet !== undefined && { sheet: table.sheet }) }),
  })
  const asked = useRef(0)
  const read = async (table?: TableChoice) => {
    const number = ++asked.current
    const outcome = await call('lookAtDocument', { query: query(table), bytes: file })
    // Of two choices in a row only the answer to the second counts, whichever comes first.
    if (number !== asked.current) return outcome
    if (outcome.type === 'reply') setLook(outcome.reply)
    else if (table === undefined) onResult({ type: 'failure', name, failure: outcome })
    return outcome
  }
  const latest = useRef(read)
  latest.current = read
  useEffect(() => {
    void latest.current().then((outcome) => outcome.type === 'reply' && heading.current?.focus())
  }, [])
  const take = async () => {
    const reply = await importing.send(call('importDocument', { query: query(look?.table?.table), bytes: file }))
    if (reply === null) return
    announce(t('documents.imported', { blocks: reply.blocks, segments: reply.segments }))
    onResult({ type: 'document', name, reply })
  }
  const content = look?.content ?? null
  return (
    <article className="import-look" aria-labelledby={id}>
      <header>
        <h2 id={id} ref={heading} tabIndex={-1}>
          {name}
        </h2>
        <span className="soft">
          {look === null ? t('looking.reading') : content && t('looking.sentences', { count: content.segments })}
          {waiting > 0 && ` · ${t('looking.waiting', { count: waiting })}`}
        </span>
      </header>
      {look?.table && (
        <TableColumns file={file} look={look.table} onChoose={(table) => void looking.send(latest.current(table))} />
      )}
      <FailureNotice failure={looking.failure ?? importing.failure} />
      {look?.refusal && <FailureNotice failure={look.refusal} />}
      {content && <Recognised content={content} />}
      {content && (
        <div className="sides">
          <LookedText content={content} />
          <Findings content={content} />
        </div>
      )}
      <footer className="bar">
        <p className="soft">{t('looking.nothingKept')}</p>
        <button type="button" className="button" onClick={onLeave}>
          {t('looking.leaveOut')}
        </button>
        {content && content.twin === null && (
          <button
            type="button"
            className="button primary"
            disabled={importing.busy || looking.busy}
            onClick={() => void take()}
          >
            {t('looking.import', { count: content.segments })}
          </button>
        )}
      </footer>
    </article>
  )
}

type Content = NonNullable<Look['content']>

/** That the workspace has the same file, or probably an earlier version of it. */
function Recognised({ content: { twin, like, segments } }: { content: Content }) {
  const { t } = useTranslation()
  if (twin !== null) {
    return (
      <Notice wrong>
        {t('looking.twin')}{' '}
        <Link href={`/d/${twin.id}`} lang="zh-CN">
          {twin.title}
        </Link>
      </Notice>
    )
  }
  if (like === null) return null
  return (
    <Notice aside={<Link href={`/d/${like.id}/version`}>{t('looking.asVersion')}</Link>}>
      {t('looking.like', { same: like.same, count: segments })} <span lang="zh-CN">{like.title}</span>
    </Notice>
  )
}

/** What was found in the file, and what is not translated and why. */
function Findings({ content: { kinds, codes, notices } }: { content: Content }) {
  const { t } = useTranslation()
  const words = useWords()
  return (
    <section className="found">
      <h3>{t('looking.found')}</h3>
      <dl>
        {blockKinds
          .filter((kind) => kinds[kind] !== undefined)
          .map((kind) => (
            <div key={kind}>
              <dt>{t(`looking.kinds.${kind}`)}</dt>
              <dd>{kinds[kind]}</dd>
            </div>
          ))}
        {codes > 0 && (
          <div>
            <dt>{t('looking.codes')}</dt>
            <dd>{codes}</dd>
          </div>
        )}
      </dl>
      {notices.length > 0 && <h3>{t('looking.told')}</h3>}
      {notices.map((notice) => (
        <p key={notice.code}>{words.notice(notice)}</p>
      ))}
    </section>
  )
}
