import type { TFunction } from 'i18next'
import type { TermImpactView } from '../../../src/contract/views/terms.ts'

/** In one line what a change touches: sentences, documents, signatures and published pages. */
export function impactWords(t: TFunction, impact: TermImpactView): string {
  const { documents, touched, open, changed } = impact
  if (documents.length === 0) return t('impact.nothing')
  const count = (is: (document: TermImpactView['documents'][number]) => boolean) => documents.filter(is).length
  // A signature that holds now holds no longer once it is saved; one that does not hold has to be given again.
  const unsigned = changed === null ? count(isSigned) : count(({ signOff }) => signOff === 'stale')
  const published = count(({ release }) => release !== null)
  return [
    t('impact.touches', { count: touched, documents: t('impact.documents', { count: documents.length }) }),
    open > 0 ? t('impact.open', { count: open }) : t('impact.openNone'),
    ...(unsigned > 0 ? [t(changed === null ? 'impact.wouldUnsign' : 'impact.unsigned', { count: unsigned })] : []),
    ...(published > 0 ? [t('impact.published', { count: published })] : []),
  ].join(t('common.listSemicolon'))
}

function isSigned({ signOff, touched }: TermImpactView['documents'][number]): boolean {
  return signOff === 'signed' && touched > 0
}
