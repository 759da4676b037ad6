/** What a slow or a broken archive answers to the acts of a window. */
import type { Page, Route } from '@playwright/test'

const isOf = (route: Route, act: string) => route.request().postDataBuffer()?.includes(`"${act}"`) === true

/** Every such act waits on its way, until the answer is called. */
export async function hold(page: Page, act: string): Promise<() => void> {
  const { promise: answered, resolve: answer } = Promise.withResolvers<void>()
  await page.route('**/call', async (route) => {
    if (isOf(route, act)) await answered
    await route.fallback()
  })
  return answer
}

/** No such act comes through. */
export async function refuse(page: Page, act: string): Promise<void> {
  await page.route('**/call', async (route) => {
    if (isOf(route, act)) await route.abort()
    else await route.fallback()
  })
}
