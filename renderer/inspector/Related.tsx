import { Eye, EyeOff, GripVertical, Pin, PinOff } from 'lucide-react'
import { useMemo, type KeyboardEvent } from 'react'
import { Button, DropIndicator, GridList, GridListItem, useDragAndDrop } from 'react-aria-components'
import type { Site } from '../../core/article.ts'
import type { RelatedItem, RelatedList } from '../../core/bridge.ts'
import { describeReasons } from '../../core/locale/ui/index.ts'
import { openArticle, standing } from '../actions.ts'
import { call, failureOf, useCategories, useRelated } from '../bridge.ts'
import { DRAGGED_RELATED } from '../drag.ts'
import { IconButton } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { openContextMenu } from '../ui/ContextMenu.tsx'
import { Empty } from '../ui/Empty.tsx'
import { FailureNote } from '../ui/FailureNote.tsx'
import type { MenuPart } from '../ui/Menu.tsx'
import { StatusMark } from '../ui/StatusMark.tsx'
import { attempt } from '../ui/toasts.tsx'
import { useLanguage, useWords } from '../words.tsx'
import { movePin, pinBeside, togglePin } from './pins.ts'
import styles from './Related.module.css'

/** How many suggestions are listed. */
const LISTED = 20

interface Acts {
  readonly pin: (pinned: readonly number[] | null) => void
  readonly hide: (hidden: readonly number[]) => void
}

/** Suggestions for what to read next, best first, and the writer's hand in them. */
export function Related({ articleId, site }: { readonly articleId: number; readonly site: Site }) {
  const words = useWords().inspector
  const { data: list, error } = useRelated(articleId, LISTED)
  if (error !== null) return <FailureNote failure={failureOf(error)} />
  if (list === undefined) return <output className={styles['waiting']}>{words.relating}</output>
  const acts: Acts = {
    pin: (pinned) => {
      if (pinned !== null) void attempt(call('related.pin', { articleId, pinned }))
    },
    hide: (hidden) => void attempt(call('related.hide', { articleId, hidden })),
  }
  return (
    <div className={styles['related']}>
      {list.items.length === 0 ? (
        <Empty title={words.relatedNone} detail={words.relatedNoneDetail} />
      ) : (
        <>
          <p className={styles['intro']}>{words.relatedIntro(site.relatedCount)}</p>
          <Suggestions list={list} acts={acts} />
        </>
      )}
      <Hidden list={list} acts={acts} />
    </div>
  )
}

function Suggestions({ list, acts }: { readonly list: RelatedList; readonly acts: Acts }) {
  const words = useWords().inspector
  const { items } = list
  const pinned = useMemo(() => items.filter((item) => item.pinned).map(({ id }) => id), [items])
  const hide = (id: number) => acts.hide([...list.hidden.map((each) => each.id), id])
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) =>
      [...keys].map((key) => ({
        [DRAGGED_RELATED]: String(key),
        'text/plain': items.find(({ id }) => id === key)?.title ?? '',
      })),
    acceptedDragTypes: [DRAGGED_RELATED],
    onReorder: ({ keys, target }) => {
      const [id] = keys
      if (target.dropPosition === 'on') return
      acts.pin(pinBeside(pinned, Number(id), Number(target.key), target.dropPosition))
    },
    renderDropIndicator: (target) => <DropIndicator target={target} className={styles['indicator'] ?? ''} />,
  })
  const item = (target: EventTarget) => {
    const key = (target as Element).closest('[data-key]')?.getAttribute('data-key')
    return items.find(({ id }) => String(id) === key)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const at = item(event.target)
    if (at === undefined) return
    if (event.altKey && event.key === 'ArrowUp') acts.pin(movePin(pinned, at.id, -1))
    else if (event.altKey && event.key === 'ArrowDown') acts.pin(movePin(pinned, at.id, 1))
    else if (event.key === 'Delete') hide(at.id)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    // The keys and clicks are the rows'; they are heard here because a row is React Aria's.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      onKeyDownCapture={onKeyDown}
      onContextMenu={(event) => {
        const at = item(event.target)
        if (at !== undefined) openContextMenu(event, at.title, relatedMenu(words, at, pinned, acts, hide))
      }}
    >
      <GridList
        aria-label={words.suggestions}
        className={styles['list'] ?? ''}
        dragAndDropHooks={dragAndDropHooks}
        selectionMode="single"
        selectionBehavior="replace"
        onAction={(key) => openArticle(Number(key))}
      >
        {items.map((each) => (
          <GridListItem key={each.id} id={each.id} textValue={each.title} className={styles['item'] ?? ''}>
            <Suggestion
              item={each}
              number={each.onPage ? items.filter((other) => other.onPage).indexOf(each) + 1 : null}
              onPin={() => acts.pin(togglePin(pinned, each.id))}
              onHide={() => hide(each.id)}
            />
          </GridListItem>
        ))}
      </GridList>
    </div>
  )
}

interface SuggestionProps {
  readonly item: RelatedItem
  /** Its place on the page; null when the page does not show it. */
  readonly number: number | null
  readonly onPin: () => void
  readonly onHide: () => void
}

function Suggestion({ item, number, onPin, onHide }: SuggestionProps) {
  const words = useWords().inspector
  const language = useLanguage()
  const categories = useCategories().data
  const percent = Math.round(item.score * 100)
  const name = (slug: string) => categories?.find((category) => category.slug === slug)?.name ?? slug
  return (
    <>
      <Button slot="drag" className={styles['grip'] ?? ''}>
        <GripVertical aria-hidden />
      </Button>
      <span className={styles['place']}>
        {number !== null ? (
          <span className={styles['number']} title={words.onPage}>
            <span className="spoken">{words.onPage} </span>
            {number}
          </span>
        ) : (
          item.status !== 'published' && <StatusMark standing={standing({ ...item, trashedAt: null })} />
        )}
      </span>
      <div className={styles['text']}>
        <p className={styles['title']}>
          {item.title}
          {item.pinned && <Pin className={styles['pinned']} aria-label={words.pinned} />}
        </p>
        <p className={styles['reasons']}>
          {describeReasons(language, item.reasons, name).map((part, index) =>
            // The parts have no identity of their own, and never move.
            // oxlint-disable-next-line react/no-array-index-key
            part.emphasis ? <em key={index}>{part.text}</em> : <span key={index}>{part.text}</span>,
          )}
        </p>
        <div className={styles['bar']} title={words.score(percent)}>
          <span className="spoken">{words.score(percent)}</span>
          <span className={styles['score']} style={{ width: `${percent}%` }} />
        </div>
      </div>
      <div className={styles['actions']}>
        <IconButton
          icon={item.pinned ? PinOff : Pin}
          label={item.pinned ? words.unpin : words.pin}
          onPress={onPin}
        />
        <IconButton icon={EyeOff} label={words.hide} keys="Delete" onPress={onHide} />
      </div>
    </>
  )
}

function Hidden({ list, acts }: { readonly list: RelatedList; readonly acts: Acts }) {
  const words = useWords().inspector
  if (list.hidden.length === 0) return null
  return (
    <details className={styles['hidden']}>
      <summary>{words.hidden(list.hidden.length)}</summary>
      <ul>
        {list.hidden.map(({ id, title }) => (
          <li key={id} className={styles['hiddenItem']}>
            <span className={classes(styles['title'])}>{title}</span>
            <IconButton
              icon={Eye}
              label={`${words.unhide}: ${title}`}
              onPress={() => acts.hide(list.hidden.map((each) => each.id).filter((each) => each !== id))}
            />
          </li>
        ))}
      </ul>
    </details>
  )
}

function relatedMenu(
  words: ReturnType<typeof useWords>['inspector'],
  item: RelatedItem,
  pinned: readonly number[],
  acts: Acts,
  hide: (id: number) => void,
): readonly MenuPart[] {
  const [up, down] = [movePin(pinned, item.id, -1), movePin(pinned, item.id, 1)]
  return [
    { id: 'open', lines: [{ id: 'open', label: words.openArticle, run: () => openArticle(item.id) }] },
    {
      id: 'hand',
      lines: [
        {
          id: 'pin',
          label: item.pinned ? words.unpin : words.pin,
          icon: item.pinned ? PinOff : Pin,
          run: () => acts.pin(togglePin(pinned, item.id)),
        },
        { id: 'up', label: words.moveUp, keys: 'Alt+Up', disabled: up === null, run: () => acts.pin(up) },
        {
          id: 'down',
          label: words.moveDown,
          keys: 'Alt+Down',
          disabled: down === null,
          run: () => acts.pin(down),
        },
        { id: 'hide', label: words.hide, icon: EyeOff, keys: 'Delete', run: () => hide(item.id) },
      ],
    },
  ]
}
