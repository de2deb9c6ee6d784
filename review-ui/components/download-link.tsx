import { type MouseEvent, type ReactNode, useState } from 'react'
import type { Failure } from '../api.ts'
import { download } from '../interaction/download.ts'
import { FailureNotice } from './failure-notice.tsx'

/**
 * A link to a file of the server. Where the server refuses the file its words stand after the link; a plain link would
 * leave a person with a failed download and no reason.
 */
export function DownloadLink({ href, className, children }: { href: string; className?: string; children: ReactNode }) {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const start = async (event: MouseEvent) => {
    // In a new tab, or saved from the menu of the browser, it is the browser's.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setFailure(null)
    setFailure(await download(href))
    setBusy(false)
  }
  return (
    <>
      <a
        className={className}
        href={href}
        download
        aria-busy={busy || undefined}
        onClick={(event) => void start(event)}
      >
        {children}
      </a>
      <FailureNotice failure={failure} />
    </>
  )
}
