import { Component, type ReactNode } from 'react'
import { Translation } from 'react-i18next'
import { Notice } from './notice.tsx'

/** Stands in for a page that broke: says so, and that what was typed is kept, and offers to open it again. */
export class FaultBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    if (!this.state.broken) return this.props.children
    return (
      <main className="page" id="main">
        <Translation>
          {(t) => (
            <Notice
              wrong
              aside={
                <button type="button" className="button" onClick={() => location.reload()}>
                  {t('fault.reload')}
                </button>
              }
            >
              {t('fault.broken')}
            </Notice>
          )}
        </Translation>
      </main>
    )
  }
}
