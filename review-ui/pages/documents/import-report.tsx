import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Failure, Reply } from '../../api.ts'
import { useWords } from '../../components/coded-words.tsx'
import { isDialogOpen } from '../../components/dialog.tsx'
import { Icon } from '../../components/icon.tsx'

/** What became of a file: a document to be translated, a memory to draft from, or nothing. */
export type ImportResult =
  | { readonly type: 'document'; readonly name: string; readonly reply: Reply<'importDocument'> }
  | { readonly type: 'memory'; readonly name: string; readonly reply: Reply<'importMemory'> }
  | { readonly type: 'failure'; readonly name: string; readonly failure: Failure }

/** One box for all files that were brought together, each by its name. Escape closes it; the next files replace it. */
export function ImportReport({ results, onClose }: { results: readonly ImportResult[]; onClose: () => void }) {
  const { t } = useTranslation()
  const open = results.length > 0
  useEffect(() => {
    if (!open) return
    const close = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !isDialogOpen()) onClose()
    }
    document.addEventListener('keydown', close)
    return () => document.removeEventListener('keydown', close)
  }, [open, onClose])
  if (!open) return null
  const failed = results.filter(({ type }) => type === 'failure').length
  return (
    <div className="imported" role="status">
      <p>
        <b>
          {t('documents.filesRead', { count: results.length - failed })}
          {failed > 0 && t('documents.filesNotRead', { count: failed })}
        </b>
        <button type="button" className="text-button" onClick={onClose}>
          {t('common.close')}
        </button>
      </p>
      <ul>
        {results.map((result) => (
          <li key={`${result.name} ${results.indexOf(result)}`}>
            <Icon name={result.type === 'failure' ? 'error' : 'met'} />
            <span>{result.name}</span>
            <div>
              <Result result={result} />
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Result({ result }: { result: ImportResult }) {
  const { t } = useTranslation()
  const words = useWords()
  if (result.type === 'failure') {
    const { failure } = result
    const code = failure.type === 'refusal' ? failure.code : undefined
    const other = failure.type === 'refusal' ? failure.params.document : undefined
    return (
      <>
        <b className="red">{t('documents.notRead')}</b> {words.failure(failure)}{' '}
        {code === 'file-duplicate' && <Link href={`/d/${other}`}>{t('documents.openIt')}</Link>}
        {code === 'file-went-out' && <Link href={`/d/${other}/returns`}>{t('documents.takeItBack')}</Link>}
      </>
    )
  }
  const told = result.reply.notices.map((notice) => <p key={notice.code}>{words.notice(notice)}</p>)
  if (result.type === 'memory') {
    const { pairs, skipped } = result.reply
    return (
      <>
        <p>{t('documents.importedMemory', { count: pairs })}</p>
        {skipped > 0 && <p>{t('documents.skipped', { count: skipped })}</p>}
        {told}
      </>
    )
  }
  const { id, title, blocks, segments } = result.reply
  return (
    <>
      <p>
        <Link href={`/d/${id}`} lang="zh-CN">
          {title}
        </Link>{' '}
        {t('documents.imported', { blocks, segments })}
      </p>
      {told}
    </>
  )
}
