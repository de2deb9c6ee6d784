import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentSummary } from '../../../src/contract/views/documents.ts'
import { Icon } from '../../components/icon.tsx'
import { indexAfter, useFocusList } from '../../interaction/focus.ts'
import { DocumentLine } from './document-line.tsx'
import type { Group } from './logic/grouping.ts'
import type { Shelf } from './use-shelf.ts'

/** How many signed documents show before the rest is asked for. */
const mostSigned = 10

/** The list in its parts; arrow keys move among the documents. */
export function DocumentGroups({
  groups,
  shown,
  shelf,
  onGive,
  onArchive,
}: {
  groups: Readonly<Record<Group, readonly DocumentSummary[]>>
  shown: readonly Group[]
  shelf: Shelf
  /** Gives a document to somebody. */
  onGive: (document: DocumentSummary) => void
  /** Shows the archive; null where it shows already or is not asked for. */
  onArchive: (() => void) | null
}) {
  const { t } = useTranslation()
  const [whole, setWhole] = useState(false)
  const links = useFocusList<string>()
  const isCut = shown.length > 1 && !whole
  const listed = (group: Group) => (group === 'signed' && isCut ? groups.signed.slice(0, mostSigned) : groups[group])
  const ids = shown.flatMap((group) => listed(group).map(({ id }) => id))
  const follow = (event: KeyboardEvent) => {
    const next = indexAfter(event, ids.indexOf(links.keyOf(event.target) ?? ''), ids.length)
    const id = next === undefined ? undefined : ids[next]
    if (id === undefined) return
    event.preventDefault()
    links.focus(id)
    links.reveal(id)
  }
  const more = groups.signed.length - listed('signed').length
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: catches the arrow keys of the links in it
    <div className="groups" onKeyDown={follow}>
      {shown.map((group) => {
        const documents = listed(group)
        if (documents.length === 0) return null
        return (
          <section key={group} className="list-group" aria-label={t(`documents.group.${group}`)}>
            <h2>
              {t(`documents.group.${group}`)} <span>{groups[group].length}</span>
            </h2>
            <Columns />
            <ol className="docs">
              {documents.map((document) => (
                <DocumentLine
                  key={document.id}
                  link={links.ref(document.id)}
                  document={document}
                  shelf={shelf}
                  onGive={onGive}
                />
              ))}
            </ol>
            {group === 'signed' && more > 0 && (
              <button type="button" className="text-button" onClick={() => setWhole(true)}>
                {t('documents.moreSigned', { count: more })}
              </button>
            )}
          </section>
        )
      })}
      {onArchive && groups.archive.length > 0 && (
        <button type="button" className="to-archive" onClick={onArchive}>
          <Icon name="archive" /> <b>{t('documents.group.archive')}</b>{' '}
          <span className="soft">{t('documents.archiveHint', { count: groups.archive.length })}</span>
        </button>
      )}
    </div>
  )
}

function Columns() {
  const { t } = useTranslation()
  return (
    <div className="columns" aria-hidden="true">
      <span>{t('documents.column.why')}</span>
      <span>{t('documents.column.title')}</span>
      <span>{t('documents.column.people')}</span>
      <span>{t('documents.column.progress')}</span>
    </div>
  )
}
