import type { MailDelivery, MailServer, Notice, NoticeChoices } from '../../model/notice.ts'

/** A notice as its reader sees it: `name` is who did it, `title` of the document, as both are called now. */
export interface NoticeView extends Omit<Notice, 'from' | 'to' | 'by'> {
  readonly title: string
  readonly name: string
  readonly read: boolean
}

/** What a person was told, the newest first, and what they chose. `mail`: whether the office sends e-mail. */
export interface NoticesView {
  readonly notices: readonly NoticeView[]
  readonly unread: number
  readonly choices: NoticeChoices
  readonly mail: boolean
}

/** The server of e-mail, and how it is going: what waits, since when nothing was taken, and the last e-mails. */
export interface MailView {
  readonly server: MailServer
  readonly passwordSet: boolean
  readonly waiting: number
  readonly failingSince: string | null
  readonly mails: readonly (Pick<MailDelivery, 'since' | 'tries' | 'last' | 'next' | 'state'> & {
    readonly name: string
    /** How many notices are in it. */
    readonly notices: number
  })[]
}
