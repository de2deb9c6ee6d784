import { useTranslation } from 'react-i18next'
import type { Remote } from '../interaction/use-remote.ts'
import { useWords } from './coded-words.tsx'
import { Notice } from './notice.tsx'

/** What stands in the place of what a page has asked for: why it did not come, with another try, or that it is coming. */
export function Loading({ remote }: { remote: Pick<Remote<unknown>, 'data' | 'failure' | 'reload'> }) {
  const { t } = useTranslation()
  const words = useWords()
  const { data, failure, reload } = remote
  if (failure === null) {
    return data === null ? (
      <p className="waiting" role="status">
        {t('common.loading')}
      </p>
    ) : null
  }
  return (
    <Notice
      wrong
      aside={
        <button type="button" className="button" onClick={() => void reload()}>
          {t('common.again')}
        </button>
      }
    >
      {words.failure(failure)}
    </Notice>
  )
}
