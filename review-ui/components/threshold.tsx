import type { ReactNode } from 'react'
import { LanguageAndTheme } from '../shell/header.tsx'
import { useSession } from '../shell/session.tsx'

/** What stands before the rooms: the name of the product on the left of the rule, what is asked on its right. */
export function Threshold({ title, children }: { title: string; children: ReactNode }) {
  const { office } = useSession().session.workspace
  return (
    <div className="threshold">
      <div className="tools">
        <LanguageAndTheme />
      </div>
      <main id="main">
        <div className="name">
          <p className="zh" lang="zh-CN">
            对照
          </p>
          <p className="en" lang="zh-Latn">
            Duizhao
          </p>
          {office.zh !== '' && (
            <p className="office" lang="zh-CN">
              {office.zh}
            </p>
          )}
          {office.en !== '' && (
            <p className="office" lang="en">
              {office.en}
            </p>
          )}
        </div>
        <div className="asked stack">
          <h1>{title}</h1>
          {children}
        </div>
      </main>
    </div>
  )
}
