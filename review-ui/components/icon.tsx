const paths = {
  empty: <path d="M4 8h8" stroke="currentColor" strokeWidth="1.5" />,
  draft: (
    <circle cx="8" cy="8" r="5.25" fill="none" stroke="currentColor" strokeWidth="1.75" strokeDasharray="1.6 2.52" />
  ),
  edited: (
    <path
      d="m3 13 .6-2.8L10.8 3 13 5.2l-7.2 7.2zM9.4 4.4l2.2 2.2"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
    />
  ),
  translated: (
    <>
      <circle cx="8" cy="8" r="5.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M8 3a5 5 0 0 0 0 10z" fill="currentColor" />
    </>
  ),
  returned: (
    <path d="M6.5 3 3 6.5 6.5 10M3.2 6.5H10a3 3 0 0 1 0 6H6" fill="none" stroke="var(--red)" strokeWidth="1.9" />
  ),
  reviewed: (
    <>
      <circle cx="8" cy="8" r="6" fill="var(--ink)" />
      <path d="m5.2 8.2 2 2 3.6-4" fill="none" stroke="var(--paper)" strokeWidth="1.6" />
    </>
  ),
  final: (
    <>
      <path d="M2 2h12v12H2z" fill="var(--ink)" />
      <path d="m4.8 8.2 2.2 2.2 4.2-4.6" fill="none" stroke="var(--paper)" strokeWidth="1.6" />
    </>
  ),
  error: (
    <>
      <path d="M8 .8 15.2 8 8 15.2.8 8z" fill="var(--red)" />
      <path d="M8 4.2v4.4M8 10v1.7" stroke="var(--paper)" strokeWidth="1.7" />
    </>
  ),
  warning: (
    <>
      <path d="M8 1.8 15 14H1z" fill="none" stroke="var(--ochre)" strokeWidth="1.5" />
      <path d="M8 6v4M8 11.2v1.3" stroke="var(--ochre)" strokeWidth="1.5" />
    </>
  ),
  note: (
    <>
      <circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" strokeWidth="1.3" />
      <path d="M8 7v4.4M8 4.4v1.5" stroke="currentColor" strokeWidth="1.5" />
    </>
  ),
  bell: (
    <path
      d="M3 12h10l-1.3-2V7a3.7 3.7 0 0 0-7.4 0v3zM6.7 14h2.6"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinejoin="round"
    />
  ),
  lock: (
    <path d="M3.5 7.5h9V14h-9zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5" fill="none" stroke="currentColor" strokeWidth="1.4" />
  ),
  undo: <path d="M6.5 3 3 6.5 6.5 10M3.2 6.5H10a3 3 0 0 1 0 6H6" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  waived: <path d="M2 14 14 2M8 .8 15.2 8 8 15.2.8 8z" fill="none" stroke="currentColor" strokeWidth="1.3" />,
  turn: <path d="m4 6 4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  met: <path d="m3.5 8.5 3 3 6-7" fill="none" stroke="currentColor" strokeWidth="1.6" />,
  comment: <path d="M2 3h12v8H8l-3 3v-3H2z" fill="none" stroke="currentColor" strokeWidth="1.3" />,
  suggestion: <path d="M2 13h7M2 9h4M7 9l6-6 1.5 1.5-6 6H7z" fill="none" stroke="currentColor" strokeWidth="1.3" />,
  repeated: <path d="M3 5h10M3 8h10M3 11h10" stroke="currentColor" strokeWidth="1.5" />,
  stays: <path d="M2.5 7.5 8 2.5l5.5 5M4 6.5v7h8v-7" fill="none" stroke="currentColor" strokeWidth="1.4" />,
  leaves: (
    <path d="M9 2.5h4.5V7M13.2 2.8 7.5 8.5M11 9.5v4H2.5V5H6.5" fill="none" stroke="currentColor" strokeWidth="1.4" />
  ),
  close: <path d="m4 4 8 8m0-8-8 8" stroke="currentColor" strokeWidth="1.5" />,
  menu: <path d="M2 4h12M2 8h12M2 12h12" stroke="currentColor" strokeWidth="1.4" />,
  theme: (
    <>
      <circle cx="8" cy="8" r="5.75" fill="none" stroke="currentColor" strokeWidth="1.4" />
      <path d="M8 2.5a5.5 5.5 0 0 1 0 11z" fill="currentColor" />
    </>
  ),
  person: (
    <>
      <circle cx="8" cy="5" r="2.75" fill="none" stroke="currentColor" strokeWidth="1.4" />
      <path d="M2.5 14.5a5.5 5.5 0 0 1 11 0" fill="none" stroke="currentColor" strokeWidth="1.4" />
    </>
  ),
  search: (
    <>
      <circle cx="7" cy="7" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.4" />
      <path d="m10.5 10.5 4 4" stroke="currentColor" strokeWidth="1.4" />
    </>
  ),
  add: <path d="M8 3v10M3 8h10" stroke="currentColor" strokeWidth="1.5" />,
  waiting: (
    <path
      d="M4 2h8M4 14h8M5 2v2.5c0 2 3 2.5 3 3.5S5 9.5 5 11.5V14M11 2v2.5c0 2-3 2.5-3 3.5s3 1.5 3 3.5V14"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.3"
    />
  ),
  archive: <path d="M2 3h12v3H2zM3 6v7.5h10V6M6.5 8.5h3" fill="none" stroke="currentColor" strokeWidth="1.3" />,
  more: (
    <>
      <circle cx="3" cy="8" r="1.3" fill="currentColor" />
      <circle cx="8" cy="8" r="1.3" fill="currentColor" />
      <circle cx="13" cy="8" r="1.3" fill="currentColor" />
    </>
  ),
  down: <path d="m4 6 4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.5" />,
} as const

export type IconName = keyof typeof paths

/** A glyph beside words that say the same, or with a label of its own. */
export function Icon({ name, label }: { name: IconName; label?: string }) {
  if (label === undefined) {
    return (
      <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
        {paths[name]}
      </svg>
    )
  }
  return (
    <svg className="icon" viewBox="0 0 16 16" role="img" aria-label={label}>
      {paths[name]}
    </svg>
  )
}
