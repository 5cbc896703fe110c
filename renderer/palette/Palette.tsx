import { useQuery, keepPreviousData } from '@tanstack/react-query'
import { FileText } from 'lucide-react'
import { useState } from 'react'
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  SearchField,
  type Key,
} from 'react-aria-components'
import type { Command } from '../../core/bridge.ts'
import { openArticle, standing } from '../actions.ts'
import { call, keys } from '../bridge.ts'
import { canRun, COMMAND_KEYS, commandLabel, runCommand } from '../commands.ts'
import { keyText } from '../keys.ts'
import { StatusMark } from '../ui/StatusMark.tsx'
import { windowState } from '../window.ts'
import { useWords } from '../words.tsx'
import { matches } from './match.ts'
import styles from './Palette.module.css'

/** How many articles the palette lists. */
const LISTED = 8

const ARTICLE = 'article-'

/** Goes to an article or runs a command, by a few letters of its name. */
export function Palette({ hasLibrary }: { readonly hasLibrary: boolean }) {
  const words = useWords().commands
  const [typed, setTyped] = useState('')
  const asked = typed.trim()
  const filter = asked === '' ? {} : { query: asked }
  const found = useQuery({
    queryKey: [...keys.list(filter, null), 'palette'],
    queryFn: () => call('article.list', { filter, sort: null, offset: 0, limit: LISTED }),
    placeholderData: keepPreviousData,
    enabled: hasLibrary,
    gcTime: 0,
  })
  const articles = found.data?.rows ?? []
  const nameOf = (command: Command) => commandLabel(command) ?? words.names[command]
  const commands = (Object.keys(words.names) as Command[]).filter(
    (command) => canRun(command) && matches(`${nameOf(command)} ${words.names[command]}`, asked),
  )

  const choose = (key: Key) => {
    windowState.closeDialog()
    const id = String(key)
    if (id.startsWith(ARTICLE)) openArticle(Number(id.slice(ARTICLE.length)))
    // The palette is gone first, so that a command can take the focus.
    else requestAnimationFrame(() => runCommand(id as Command))
  }
  return (
    <ModalOverlay
      isOpen
      isDismissable
      className={styles['veil'] ?? ''}
      onOpenChange={(open) => {
        if (!open) windowState.closeDialog()
      }}
    >
      <Modal className={styles['modal'] ?? ''}>
        <Dialog aria-label={words.palette} className={styles['dialog'] ?? ''}>
          <Autocomplete inputValue={typed} onInputChange={setTyped}>
            <SearchField
              aria-label={words.palette}
              className={styles['search'] ?? ''}
              // The palette is its field.
              // oxlint-disable-next-line jsx-a11y/no-autofocus
              autoFocus
            >
              <Input
                // It commands the list below it, which React Aria names in `aria-controls`.
                // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role, jsx-a11y/role-has-required-aria-props
                role="combobox"
                aria-expanded
                aria-haspopup="listbox"
                className={styles['input'] ?? ''}
                placeholder={words.palettePlaceholder}
                spellCheck="false"
              />
            </SearchField>
            <ListBox
              aria-label={words.palette}
              className={styles['list'] ?? ''}
              onAction={choose}
              renderEmptyState={() => <p className={styles['nothing']}>{words.paletteNothing}</p>}
            >
              {articles.length > 0 && (
                <ListBoxSection id="articles">
                  <Header className={styles['heading'] ?? ''}>{words.paletteArticles}</Header>
                  {articles.map((row) => (
                    <ListBoxItem
                      key={row.id}
                      id={`${ARTICLE}${row.id}`}
                      textValue={row.title}
                      className={styles['item'] ?? ''}
                    >
                      {row.trashedAt === null ? (
                        <StatusMark standing={standing(row)} />
                      ) : (
                        <FileText aria-hidden />
                      )}
                      <span className={styles['name']}>{row.title}</span>
                    </ListBoxItem>
                  ))}
                </ListBoxSection>
              )}
              {commands.length > 0 && (
                <ListBoxSection id="commands">
                  <Header className={styles['heading'] ?? ''}>{words.paletteCommands}</Header>
                  {commands.map((command) => {
                    const shortcut = COMMAND_KEYS[command]
                    return (
                      <ListBoxItem
                        key={command}
                        id={command}
                        textValue={nameOf(command)}
                        className={styles['item'] ?? ''}
                      >
                        <span className={styles['name']}>{nameOf(command)}</span>
                        {shortcut !== undefined && <kbd className={styles['keys']}>{keyText(shortcut)}</kbd>}
                      </ListBoxItem>
                    )
                  })}
                </ListBoxSection>
              )}
            </ListBox>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
