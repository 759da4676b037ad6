/** How the files of a review round begin (`schema/sealed.ts`). */
const beginning = 'kartoteka-review '

/** By its ending alone: all that is known of a file that lies elsewhere. */
export const isReplyName = (name: string): boolean => /\.kartoteka-reply$/i.test(name)

/** A reader's reply, by its ending, or by how it begins where somebody has given it another name. */
export async function isReply(file: File): Promise<boolean> {
  if (isReplyName(file.name)) return true
  const start = await file
    .slice(0, beginning.length)
    .text()
    .catch(() => '')
  return start === beginning
}
