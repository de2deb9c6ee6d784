import { type ComponentType, useRef, useState } from 'react'
import type { Finding } from '../../src/model/finding.ts'
import { refuse } from '../../src/model/refusal.ts'
import type { Answer } from '../api.ts'
import { CopyText } from '../components/copy-text.tsx'
import { Dialog } from '../components/dialog.tsx'
import { DialogButtons } from '../components/dialog-buttons.tsx'
import { Field, TextArea } from '../components/field.tsx'
import { Loading } from '../components/loading.tsx'
import { Menu } from '../components/menu.tsx'
import { Notice } from '../components/notice.tsx'
import { Tabs } from '../components/tabs.tsx'
import { useFocusOnWrong, useOnceDrawn } from '../interaction/focus.ts'
import { createStore } from '../interaction/store.ts'
import { useRemote } from '../interaction/use-remote.ts'
import type { Room } from '../pages/document/room/room.ts'
import { RoomContext } from '../pages/document/room/room-context.tsx'
import { Editor, type EditorHandle } from '../pages/document/row/editor.tsx'
import { FindingList } from '../pages/document/row/finding-list.tsx'

function DialogFixture() {
  const [open, setOpen] = useState(false)
  const [outcome, setOutcome] = useState('')
  const first = useRef<HTMLInputElement>(null)
  const close = (how: string) => {
    setOutcome(how)
    setOpen(false)
  }
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        open
      </button>
      <output>{outcome}</output>
      {open && (
        <Dialog title="A dialog" first={first} onClose={() => close('closed')}>
          <form
            onSubmit={(event) => {
              event.preventDefault()
              close('submitted')
            }}
          >
            <Field label="Before" />
            <Field ref={first} label="First" />
            <DialogButtons submit="Do it" onCancel={() => close('cancelled')} />
          </form>
        </Dialog>
      )}
    </>
  )
}

function MenuFixture() {
  const [chosen, setChosen] = useState('')
  return (
    <>
      <Menu label="Account">
        <button type="button" onClick={() => setChosen('out')}>
          Sign out
        </button>
      </Menu>
      <output>{chosen}</output>
      <button type="button">elsewhere</button>
    </>
  )
}

function TabsFixture() {
  const [tab, setTab] = useState<'terms' | 'history' | 'comments'>('terms')
  return (
    <Tabs
      label="Panel"
      selected={tab}
      onSelect={setTab}
      tabs={[
        { name: 'terms', label: 'Terms', count: 3 },
        { name: 'history', label: 'History' },
        { name: 'comments', label: 'Comments', count: 0 },
      ]}
    >
      <p>{`What stands in ${tab}`}</p>
    </Tabs>
  )
}

function FieldFixture() {
  const [wrong, setWrong] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const focusOnWrong = useFocusOnWrong(form)
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setWrong(true)
        focusOnWrong()
      }}
    >
      <Field label="Name" hint="As it is printed." />
      <TextArea label="Authority" hint="Where it comes from." wrong={wrong ? 'It is missing.' : undefined} />
      <button type="submit">Send</button>
    </form>
  )
}

const slip: Finding = {
  segment: 'b1.s1',
  code: 'quantity-changed',
  severity: 'error',
  target: { from: 4, to: 7 },
  params: { found: '3.6', expected: '36' },
  fix: '36',
}

function EditorFixture() {
  const [text, setText] = useState('The 3.6 bridges.')
  const [heard, setHeard] = useState('')
  const [shown, setShown] = useState(true)
  const editor = useRef<EditorHandle>(null)
  const onceDrawn = useOnceDrawn()
  return (
    <>
      {shown && (
        <Editor
          ref={editor}
          label="English of segment 1"
          value={text}
          markers={new Map()}
          findings={[slip]}
          caret={null}
          onType={setText}
          onLeave={() => setHeard('left')}
          onEscape={() => setHeard('escape')}
          complete={() => null}
          onStep={(by) => setHeard(`step ${by}`)}
        />
      )}
      <button type="button" onClick={() => editor.current?.replace(4, 7, '36')}>
        fix
      </button>
      <button type="button" onClick={() => setShown(false)}>
        hide
      </button>
      <button
        type="button"
        onClick={() => {
          setShown(true)
          onceDrawn(() => editor.current?.insert('new words'))
        }}
      >
        insert
      </button>
      <output>{heard}</output>
      <p id="text">{text}</p>
    </>
  )
}

// biome-ignore lint/plugin/no-cast: the list asks its room for the names of people, and for nothing else
const room = { view: createStore({ names: new Map([['p2', 'Bo']]) }) } as unknown as Room

function FindingListFixture() {
  const [heard, setHeard] = useState('')
  const named: Finding = { ...slip, code: 'term-missing', params: { term: '石桥', expected: 'stone bridge' } }
  return (
    <RoomContext value={room}>
      <FindingList
        findings={[
          { finding: slip },
          {
            finding: named,
            waiver: { by: 'p2', at: '2026-03-01T08:00:00.000Z', reason: 'As the poem has it.', finding: 'x' },
          },
        ]}
        onFix={({ fix }) => setHeard(`fix ${fix}`)}
        onWaive={({ code }) => setHeard(`waive ${code}`)}
        onWithdraw={({ code }) => setHeard(`withdraw ${code}`)}
        waiving={null}
      />
      <output>{heard}</output>
    </RoomContext>
  )
}

/** Answers as a server might, one after the other: not at all, with a refusal, with a reply. */
function LoadingFixture() {
  const tries = useRef(0)
  const remote = useRemote<string>('fixture', async (): Promise<Answer<string>> => {
    tries.current++
    if (tries.current === 1) return { type: 'unreachable' }
    if (tries.current === 2) return refuse('document-unknown', { document: 'x' })
    return { type: 'reply', reply: 'It has come.' }
  })
  return (
    <>
      <Loading remote={remote} />
      <p>{remote.data}</p>
    </>
  )
}

const components: Readonly<Record<string, ComponentType>> = {
  dialog: DialogFixture,
  menu: MenuFixture,
  tabs: TabsFixture,
  field: FieldFixture,
  editor: EditorFixture,
  'finding-list': FindingListFixture,
  notice: () => (
    <>
      <Notice>It is done.</Notice>
      <Notice wrong aside={<button type="button">Again</button>}>
        It was not done.
      </Notice>
    </>
  ),
  loading: LoadingFixture,
  'copy-text': () => <CopyText text="ab cd">ab cd</CopyText>,
}

/** The components by themselves, by name, and all of them under one another. */
export const fixtures: Readonly<Record<string, ComponentType>> = {
  ...components,
  all: () => Object.entries(components).map(([name, Component]) => <Component key={name} />),
}
