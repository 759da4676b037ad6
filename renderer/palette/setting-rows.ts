/** Rows of the palette that change how the window looks and who acts in it. */
import type { Coder } from '../../schema/coder.ts'
import type { ArchiveStatus } from '../../schema/project.ts'
import { densities, density } from '../reader/density.ts'
import { contrast, contrasts, theme, themes, tongue, zoom, zooms } from '../settings.ts'
import type { Opening } from '../start/use-opening.ts'
import type { Words } from '../words/shape.ts'
import { go } from '../workspace.ts'
import { inBoth, type Row } from './rows.ts'

/** Each choice but the one that holds now. */
export function settingRows(
  words: Words,
  coders: readonly Coder[],
  coder: Coder | null,
  { actAs }: Pick<Opening, 'actAs'>,
): readonly Row[] {
  const row = (key: string, say: (words: Words) => string, act: () => void, alsoCalled = ''): Row => ({
    key,
    label: say(words),
    also: `${inBoth(say)} ${alsoCalled}`,
    kind: words.views.settings,
    hint: '',
    why: null,
    do: act,
  })
  return [
    ...themes
      .filter((each) => each !== theme.value)
      .map((each) =>
        row(
          `theme-${each}`,
          ({ settings }) => `${settings.theme}: ${settings.themes[each]}`,
          () => theme.set(each),
          inBoth(({ settings }) => settings.themeAlso),
        ),
      ),
    ...contrasts
      .filter((each) => each !== contrast.value)
      .map((each) =>
        row(
          `contrast-${each}`,
          ({ settings }) => `${settings.contrast}: ${settings.contrasts[each]}`,
          () => contrast.set(each),
        ),
      ),
    tongue.value === 'ru'
      ? row(
          'tongue-en',
          ({ settings }) => `${settings.language}: English`,
          () => tongue.set('en'),
        )
      : row(
          'tongue-ru',
          ({ settings }) => `${settings.language}: Русский`,
          () => tongue.set('ru'),
        ),
    ...zooms
      .filter((each) => each !== zoom.value)
      .map((each) =>
        row(
          `zoom-${each}`,
          ({ settings }) => `${settings.zoom}: ${each} %`,
          () => zoom.set(each),
          inBoth(({ settings }) => settings.zoomAlso),
        ),
      ),
    ...densities
      .filter((each) => each !== density.value)
      .map((each) =>
        row(
          `density-${each}`,
          ({ reader }) => `${reader.margin}: ${reader.densities[each]}`,
          () => density.set(each),
        ),
      ),
    ...coders
      .filter(({ id }) => id !== coder?.id)
      .map((each) =>
        row(
          `coder ${each.id}`,
          ({ palette }) => palette.actAs(each.name),
          () => actAs(each),
        ),
      ),
  ]
}

/** What is done to the archive as a whole, or leads to where it is done. */
export function archiveRows(words: Words, status: ArchiveStatus, opening: Opening): readonly Row[] {
  const row = (key: string, say: (words: Words) => string, act: () => void): Row => ({
    key,
    label: say(words),
    also: inBoth(say),
    kind: words.settings.archive,
    hint: '',
    why: null,
    do: act,
  })
  const toSettings = () => go({ view: 'settings' })
  return [
    row(
      'close-archive',
      ({ settings }) => settings.closeArchive,
      () => void opening.close(),
    ),
    row('other-archive', ({ start }) => start.open, opening.toStart),
    row('new-archive', ({ start }) => start.new, opening.toStart),
    ...(status.readOnly
      ? []
      : [
          row('name-study', ({ settings }) => settings.projectName, toSettings),
          row('research-question', ({ settings }) => settings.projectQuestion, toSettings),
          row('new-coder', ({ settings }) => settings.coderNew, toSettings),
          row('rename-coder', ({ settings }) => `${settings.coder}: ${settings.coderRename}`, toSettings),
          ...(status.encrypted
            ? [
                row('change-passphrase', ({ settings }) => settings.doChange, toSettings),
                row('remove-passphrase', ({ settings }) => settings.doRemove, toSettings),
              ]
            : [row('set-passphrase', ({ settings }) => settings.doSet, toSettings)]),
        ]),
  ]
}
