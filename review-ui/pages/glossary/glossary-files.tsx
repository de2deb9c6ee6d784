import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addressOf } from '../../api.ts'
import { isDialogOpen } from '../../components/dialog.tsx'
import { DownloadLink } from '../../components/download-link.tsx'
import { useFileDrop } from '../../components/file-drop.ts'
import { Menu } from '../../components/menu.tsx'
import { takeHandedFile } from '../../interaction/handed-file.ts'
import { ImportDialog } from './import-dialog.tsx'

const formats = ['csv', 'xlsx', 'tbx'] as const

/** The glossary as a file, out and in. A file that is dropped on the page begins an import, unless another dialog is open. */
export function GlossaryFiles({ mayAdd, onImported }: { mayAdd: boolean; onImported: () => void }) {
  const { t } = useTranslation()
  const [importing, setImporting] = useState<{ readonly file: File | null } | null>(() => {
    const file = mayAdd ? takeHandedFile() : null
    return file === null ? null : { file }
  })
  const over = useFileDrop(([file]) => {
    const elsewhere = importing === null && isDialogOpen()
    if (file !== undefined && mayAdd && !elsewhere) setImporting({ file })
  })
  return (
    <>
      {mayAdd && (
        <button type="button" className={over ? 'button over' : 'button'} onClick={() => setImporting({ file: null })}>
          {t('glossary.import.open')}
        </button>
      )}
      <Menu className="export" label={t('glossary.export.open')}>
        {formats.map((format) => (
          <DownloadLink key={format} href={addressOf('exportTerms', { format })}>
            {t(`glossary.export.${format}`)}
          </DownloadLink>
        ))}
      </Menu>
      {importing !== null && (
        <ImportDialog
          file={importing.file}
          over={over}
          onFile={(file) => setImporting({ file })}
          onImported={onImported}
          onClose={() => setImporting(null)}
        />
      )}
    </>
  )
}
