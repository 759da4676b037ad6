/** How the files of a review round begin (`schema/sealed.ts`). */
const beginning = 'kartoteka-review '

/** A reader's reply, by its ending, or by how it begins where somebody has given it another name. */
export async function isReply(file: File): Promise<boolean> {
  if (/\.kartoteka-reply$/i.test(file.name)) return true
  const start = await file
    .slice(0, beginning.length)
    .text()
    .catch(() => '')
  return start === beginning
}
