import type { Workspace } from '../../workspace/core/open.ts'
import { changeChoices } from '../../workspace/outbox/choices.ts'
import { changeMail, testMail, viewMail } from '../../workspace/outbox/mail-settings.ts'
import { countNotices, readNotices, viewNotices } from '../../workspace/outbox/notices.ts'
import type { Handlers } from '../api.ts'

type NoticeRoutes = 'notices' | 'countNotices' | 'readNotices' | 'chooseNotices' | 'mail' | 'changeMail' | 'testMail'

export function noticeHandlers(workspace: Workspace): Pick<Handlers, NoticeRoutes> {
  return {
    notices: ({ actor }) => viewNotices(workspace, actor),
    countNotices: ({ actor }) => countNotices(workspace, actor),
    readNotices: ({ actor, body }) => readNotices(workspace, actor, body),
    chooseNotices: ({ actor, body }) => changeChoices(workspace, actor, body),
    mail: ({ actor }) => viewMail(workspace, actor),
    changeMail: ({ actor, body }) => changeMail(workspace, actor, body),
    testMail: ({ actor, body }) => testMail(workspace, actor, body),
  }
}
