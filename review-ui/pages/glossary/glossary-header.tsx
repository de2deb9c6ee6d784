import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { GlossaryFiles } from './glossary-files.tsx'

/** What the glossary is for, and the ways into it: a term, candidates from documents, a file. */
export function GlossaryHeader({
  mayAdd,
  mayDecide,
  onAdd,
  onImported,
}: {
  mayAdd: boolean
  mayDecide: boolean
  onAdd: () => void
  onImported: () => void
}) {
  const { t } = useTranslation()
  return (
    <header>
      <h1>{t('rooms.glossary')}</h1>
      <p className="about">{t('glossary.about')}</p>
      <div className="row-of-buttons">
        {mayAdd && (
          <>
            <button type="button" className="button primary" onClick={onAdd}>
              {t('glossary.add')}
            </button>
            <Link className="button" href="/glossary/candidates">
              {t('candidates.link')}
            </Link>
          </>
        )}
        <GlossaryFiles mayAdd={mayAdd} onImported={onImported} />
      </div>
      {!mayDecide && <p className="soft">{t(mayAdd ? 'glossary.readOnly' : 'glossary.noAdding')}</p>}
    </header>
  )
}
