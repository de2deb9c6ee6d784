/** The style of a page of English: readable on a phone and on paper, light and dark. */
export const pageStyle = `:root { color-scheme: light dark; }
body { margin: 0; background: Canvas; color: CanvasText; font: 1.0625rem/1.65 Georgia, "Times New Roman", "Songti SC", SimSun, serif; }
main { max-width: 42rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; overflow-wrap: break-word; }
h1, h2, h3, h4, h5, h6 { line-height: 1.3; margin: 2rem 0 0.75rem; }
h1 { font-size: 1.75rem; margin-top: 0; }
h2 { font-size: 1.375rem; }
h3, h4, h5, h6 { font-size: 1.125rem; }
p, li { margin: 0 0 0.875rem; }
blockquote { margin: 0 0 0.875rem; padding-left: 1rem; border-left: 3px solid GrayText; }
.byline { font-style: italic; }
.question { font-weight: bold; margin-top: 1.75rem; }
.cell { margin: 0; padding: 0.375rem 0; border-bottom: 1px solid GrayText; }
.draft { padding: 0.5rem 0.75rem; border: 3px double; font: bold 0.9375rem/1.4 system-ui, sans-serif; }

`
