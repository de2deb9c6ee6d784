import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

/** Something said in its place in the page. `wrong` is for what a person must act on, and is spoken at once. */
export function Notice({ wrong, children, aside }: { wrong?: boolean; children: ReactNode; aside?: ReactNode }) {
  return (
    <div className={wrong ? 'notice wrong' : 'notice'} role={wrong ? 'alert' : 'status'}>
      <Icon name={wrong ? 'error' : 'note'} />
      <div>{children}</div>
      {aside}
    </div>
  )
}
