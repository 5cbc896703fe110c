import { Copy, FolderOpen, Redo2, Trash2, TriangleAlert, Undo2 } from 'lucide-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useMemo } from 'react'
import type { Site } from '../../core/article.ts'
import type { ThemeInfo, Themes } from '../../core/bridge.ts'
import { chooseOptions } from '../../core/page/theme-options.ts'
import { call, keys, listen, queryClient, useMedia } from '../bridge.ts'
import { hasMod } from '../keys.ts'
import { Amount } from '../ui/Amount.tsx'
import { Button, IconButton } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { attempt, say } from '../ui/toasts.tsx'
import { windowState } from '../window.ts'
import { useWords } from '../words.tsx'
import { type Choices, type ChoicesInHand, useChoices, without } from './choices.ts'
import { ThemeOptions } from './ThemeOptions.tsx'
import { ThemePreview } from './ThemePreview.tsx'
import styles from './themes.module.css'

/** Chooses the site's theme and fits it, beside a real page. Every choice is kept at once and can be taken back. */
export function ThemeDialog({ site }: { readonly site: Site }) {
  const words = useWords().themes
  const themes = useThemes()
  const choices = useChoices(site)
  const theme = themes?.themes.find(({ name }) => name === choices.now.theme)
  // Elsewhere, or by being removed here, the site got another theme than was chosen.
  const isGone = themes !== undefined && theme === undefined
  const follow = useEffectEvent(() => {
    if (site.theme !== choices.now.theme && (isGone || !choices.chose(site.theme))) choices.follow(site.theme)
  })
  useEffect(() => follow(), [isGone, site.theme])
  useUndoKeys(choices)
  return (
    <Dialog title={words.title} size="wide" onClose={windowState.closeDialog}>
      <div className={styles['dialog']}>
        <div className={styles['controls']}>
          <div className={styles['scroll']}>
            {themes && (
              <ThemeChoice
                themes={themes}
                now={choices.now.theme}
                onChange={(name) => choices.change({ theme: name }, 'theme')}
              />
            )}
            {theme && <Standing theme={theme} themes={themes} />}
            {theme && <Options theme={theme} choices={choices} />}
            <Amount
              label={words.related}
              value={choices.now.relatedCount}
              range={[0, 12]}
              onChange={(relatedCount) => choices.change({ relatedCount }, 'related')}
            />
            {themes && <Removed themes={themes} />}
          </div>
          <footer className={styles['ways']}>
            <IconButton
              icon={Undo2}
              label={words.undo}
              keys="Mod+Z"
              isDisabled={!choices.canUndo}
              onPress={choices.undo}
            />
            <IconButton
              icon={Redo2}
              label={words.redo}
              keys="Mod+Shift+Z"
              isDisabled={!choices.canRedo}
              onPress={choices.redo}
            />
            <span className={styles['space']} />
            <Button
              kind="quiet"
              isDisabled={Object.keys(choices.now.themeOptions).length === 0}
              onPress={() => choices.change({ themeOptions: {} }, 'all')}
            >
              {words.resetAll}
            </Button>
          </footer>
        </div>
        <ThemePreview site={site} />
      </div>
    </Dialog>
  )
}

/** What a theme is called. */
export function useThemeTitle(): (theme: Pick<ThemeInfo, 'name' | 'title'>) => string {
  const { names } = useWords().themes
  return ({ name, title }) =>
    title === '' ? ((names as Readonly<Record<string, string>>)[name] ?? name) : title
}

function useThemes(): Themes | undefined {
  useEffect(
    () => listen('theme.changed', () => void queryClient.invalidateQueries({ queryKey: keys.themes })),
    [],
  )
  return useQuery({ queryKey: keys.themes, queryFn: () => call('theme.list', {}), staleTime: 0 }).data
}

/** The keys that undo and do again, wherever the focus is; in a text they are the text's own. */
function useUndoKeys(choices: ChoicesInHand): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!hasMod(event) || event.altKey || event.key.toLowerCase() !== 'z') return
    const { target } = event
    if (target instanceof Element && target.matches('textarea, input:not([type="color"], [type="radio"])'))
      return
    event.preventDefault()
    event.stopPropagation()
    if (event.shiftKey) choices.redo()
    else choices.undo()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listen, { capture: true })
    return () => window.removeEventListener('keydown', listen, { capture: true })
  }, [])
}

function ThemeChoice(props: {
  readonly themes: Themes
  readonly now: string
  readonly onChange: (name: string) => void
}) {
  const words = useWords().themes
  const titleOf = useThemeTitle()
  const abouts: Readonly<Record<string, string>> = words.abouts
  const options = props.themes.themes.map((theme) => ({
    id: theme.name,
    label: theme.isOwn ? `${titleOf(theme)} · ${words.own.toLowerCase()}` : titleOf(theme),
  }))
  const known = options.some(({ id }) => id === props.now)
  return (
    <div>
      <Choice
        label={words.theme}
        value={props.now}
        options={known ? options : [...options, { id: props.now, label: props.now }]}
        onChange={props.onChange}
      />
      {abouts[props.now] !== undefined && <p className={styles['hint']}>{abouts[props.now]}</p>}
    </div>
  )
}

/** What is to be said of the theme, and what can be done with it. */
function Standing({ theme, themes }: { readonly theme: ThemeInfo; readonly themes: Themes | undefined }) {
  const all = useWords()
  const words = all.themes
  const titleOf = useThemeTitle()
  const failure = theme.failure ?? themes?.failure ?? null
  const { origin } = theme
  return (
    <div className={styles['standing']}>
      {failure !== null && (
        <div className={styles['fault']} role="alert">
          <TriangleAlert aria-hidden />
          <p className="selectable">
            <strong>{all.failure(failure).title}</strong> {all.failure(failure).detail}
          </p>
        </div>
      )}
      {origin?.isNewer === true && (
        <p className={styles['hint']}>{words.originNewer(titleOf({ name: origin.theme, title: '' }))}</p>
      )}
      <div className={styles['deeds']}>
        <Button
          icon={Copy}
          isDisabled={theme.failure !== null}
          onPress={() => windowState.open({ name: 'copyTheme', theme: theme.name, title: titleOf(theme) })}
        >
          {words.copy}
        </Button>
        {theme.isOwn && (
          <>
            <Button icon={FolderOpen} onPress={() => void attempt(call('theme.show', { name: theme.name }))}>
              {words.showFolder}
            </Button>
            <Button
              isDisabled={theme.failure !== null}
              onPress={() =>
                windowState.open({ name: 'renameTheme', theme: theme.name, title: titleOf(theme) })
              }
            >
              {words.rename}
            </Button>
            <Button icon={Trash2} onPress={() => void remove(theme.name, words.removed(titleOf(theme)))}>
              {words.remove}
            </Button>
          </>
        )}
      </div>
    </div>
  )
}

async function remove(name: string, said: string): Promise<void> {
  if ((await attempt(call('theme.remove', { name }))) === undefined) return
  await queryClient.invalidateQueries({ queryKey: keys.themes })
  say(said, () => void putBack(name))
}

async function putBack(name: string): Promise<void> {
  await attempt(call('theme.putBack', { name }))
  await queryClient.invalidateQueries({ queryKey: keys.themes })
}

/** Copies that were removed, each with the way back. */
function Removed({ themes }: { readonly themes: Themes }) {
  const words = useWords().themes
  if (themes.removed.length === 0) return null
  return (
    <div className={styles['deeds']}>
      {themes.removed.map(({ name, title }) => (
        <Button key={name} kind="quiet" onPress={() => void putBack(name)}>
          {words.putBack(title)}
        </Button>
      ))}
    </div>
  )
}

function Options({ theme, choices }: { readonly theme: ThemeInfo; readonly choices: ChoicesInHand }) {
  const media = useMedia().data
  const { themeOptions } = choices.now
  const chosen = useMemo(
    () =>
      chooseOptions(theme, theme.colours, themeOptions, (path) =>
        media === undefined ? true : media.some((medium) => medium.path === path),
      ),
    [theme, themeOptions, media],
  )
  const set = (options: Choices['themeOptions'], about: string) =>
    choices.change({ themeOptions: options }, about)
  return (
    <ThemeOptions
      theme={theme}
      given={themeOptions}
      choices={chosen}
      onChange={(id, value) =>
        set(value === '' ? without(themeOptions, id) : { ...themeOptions, [id]: value }, id)
      }
      onReset={(id) => set(without(themeOptions, id), `reset ${id}`)}
    />
  )
}
