let handed: File | null = null

/** Hands a file to the page that is opened next: a table of terms from the page of documents to that of the glossary. */
export function handFile(file: File): void {
  handed = file
}

/** The file that was handed over, once. */
export function takeHandedFile(): File | null {
  const file = handed
  handed = null
  return file
}
