/** The door of the main process: who asks is checked, then what is asked, and only then is it answered. */
import { ipcMain, type IpcMainEvent, type IpcMainInvokeEvent, type WebContents } from 'electron'
import type { z } from 'zod'
import { isOurPage } from './origin.ts'

/** Answers `invoke`. The asker hears nothing but a refusal where it is not our page or asks in another shape. */
export function answer<Input extends unknown[]>(
  channel: string,
  shape: z.ZodType<Input>,
  act: (asker: WebContents, ...input: Input) => unknown,
): void {
  ipcMain.handle(channel, (event: IpcMainInvokeEvent, ...input: unknown[]) => {
    const { success, data } = shape.safeParse(input)
    if (!isOurPage(event.senderFrame) || !success) throw new Error(`${channel} was refused`)
    return act(event.sender, ...data)
  })
}

/** Hears `send`; what comes from elsewhere or in another shape is dropped. */
export function hear<Input extends unknown[]>(
  channel: string,
  shape: z.ZodType<Input>,
  act: (asker: WebContents, ...input: Input) => void,
): void {
  ipcMain.on(channel, (event: IpcMainEvent, ...input: unknown[]) => {
    const { success, data } = shape.safeParse(input)
    if (isOurPage(event.senderFrame) && success) act(event.sender, ...data)
  })
}
