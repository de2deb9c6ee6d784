import { useTranslation } from 'react-i18next'
import { useWords } from '../../../components/coded-words.tsx'
import { Icon } from '../../../components/icon.tsx'
import type { Saving } from '../logic/autosave.ts'

/** What has become of the words in the editor. CheckedSentence aloud only when they are not safe. */
export function SaveState({ saving }: { saving: Saving | undefined }) {
  const { t } = useTranslation()
  const words = useWords()
  if (saving === undefined) return <p className="save-state soft">{t('save.untouched')}</p>
  switch (saving.phase) {
    case 'saved':
      return (
        <p className="save-state soft">
          <Icon name="met" /> {t('save.saved')}
        </p>
      )
    case 'waiting':
    case 'sending':
    case 'stale':
      return <p className="save-state soft">{t('save.saving')}</p>
    case 'conflict':
      return <p className="save-state red">{t('save.conflict')}</p>
    case 'unreachable':
      return (
        <p className="save-state red" role="alert">
          <Icon name="error" /> {t('save.unreachable')}
        </p>
      )
    case 'refused':
      return (
        <p className="save-state red" role="alert">
          <Icon name="error" /> {t('save.refused')} {saving.refusal && words.refusal(saving.refusal)}
        </p>
      )
  }
}
