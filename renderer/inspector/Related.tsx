import { Eye, EyeOff, GripVertical, Pin, PinOff, Unlink2 } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { Button, DropIndicator, GridList, GridListItem, useDragAndDrop } from 'react-aria-components'
import type { Site } from '../../core/article.ts'
import type { RelatedItem, RelatedList, RelatedTitle } from '../../core/bridge.ts'
import { describeReasons, type UiWords } from '../../core/locale/ui/index.ts'
import { openArticle, standing } from '../actions.ts'
import { failureOf, useCategories, useRelated } from '../bridge.ts'
import { DRAGGED_RELATED } from '../drag.ts'
import { IconButton } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { openContextMenu } from '../ui/ContextMenu.tsx'
import { Empty } from '../ui/Empty.tsx'
import { FailureNote } from '../ui/FailureNote.tsx'
import type { MenuPart } from '../ui/Menu.tsx'
import { StatusMark } from '../ui/StatusMark.tsx'
import { useLanguage, useWords } from '../words.tsx'
import { type RelatedActs, relatedActs } from './related-acts.ts'
import { RelatedRulesFields } from './RelatedRules.tsx'
import styles from './Related.module.css'

/** How many suggestions are listed. */
const LISTED = 20

/** Suggestions for what to read next, as the page will show them, and the writer's hand in them. */
export function Related({ articleId, site }: { readonly articleId: number; readonly site: Site }) {
  const words = useWords()
  const { data: list, error } = useRelated(articleId, LISTED)
  if (error !== null) return <FailureNote failure={failureOf(error)} />
  if (list === undefined) return <output className={styles['waiting']}>{words.inspector.relating}</output>
  const acts = relatedActs(words, articleId, list)
  const { related } = words
  return (
    <div className={styles['related']} data-acts>
      {list.items.length === 0 ? (
        <Empty title={words.inspector.relatedNone} detail={words.inspector.relatedNoneDetail} />
      ) : (
        <>
          <p className={styles['intro']}>{related.intro(list.items.filter((item) => item.onPage).length)}</p>
          <Suggestions list={list} acts={acts} />
        </>
      )}
      <SetAside
        label={words.inspector.hidden(list.hidden.length)}
        items={list.hidden}
        back={words.inspector.unhide}
        onBack={acts.show}
      />
      <SetAside
        label={related.kept(list.never.length)}
        items={list.never}
        back={related.unkeep}
        onBack={acts.unkeep}
      />
      <RelatedRulesFields list={list} acts={acts} siteCount={site.relatedCount} />
    </div>
  )
}

function Suggestions({ list, acts }: { readonly list: RelatedList; readonly acts: RelatedActs }) {
  const words = useWords()
  const { items } = list
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) =>
      [...keys].map((key) => ({
        [DRAGGED_RELATED]: String(key),
        'text/plain': items.find(({ id }) => id === key)?.title ?? '',
      })),
    acceptedDragTypes: [DRAGGED_RELATED],
    onReorder: ({ keys, target }) => {
      const [id] = keys
      if (target.dropPosition !== 'on') acts.drop(Number(id), Number(target.key), target.dropPosition)
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
    if (event.altKey && event.key === 'ArrowUp') acts.mover(at, -1)?.()
    else if (event.altKey && event.key === 'ArrowDown') acts.mover(at, 1)?.()
    else if (event.key === 'Delete' && event.shiftKey) acts.keepApart(at)
    else if (event.key === 'Delete') acts.hide(at)
    else if (event.key.toLowerCase() === 'p' && event.altKey) acts.toggle(at)
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
        if (at !== undefined) openContextMenu(event, at.title, relatedMenu(words, at, acts))
      }}
    >
      <GridList
        aria-label={words.inspector.suggestions}
        className={styles['list'] ?? ''}
        dragAndDropHooks={dragAndDropHooks}
        selectionMode="single"
        selectionBehavior="replace"
        onAction={(key) => openArticle(Number(key))}
      >
        {items.map((each) => (
          <GridListItem
            key={each.id}
            id={each.id}
            textValue={each.title}
            className={styles['item'] ?? ''}
            data-in-text={(each.inText && !each.onPage) || undefined}
          >
            <Suggestion
              item={each}
              number={each.onPage ? items.filter((other) => other.onPage).indexOf(each) + 1 : null}
              onPin={() => acts.toggle(each)}
              onHide={() => acts.hide(each)}
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
  const { inspector: words, related } = useWords()
  const language = useLanguage()
  const categories = useCategories().data
  const percent = Math.round(item.score * 100)
  const name = (slug: string) => categories?.find((category) => category.slug === slug)?.name ?? slug
  const stands = standing({ ...item, trashedAt: null })
  const note = noteOn(related, item)
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
          stands !== 'published' && <StatusMark standing={stands} />
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
        {note !== null && <p className={styles['inText']}>{note}</p>}
        <div className={styles['bar']} title={words.score(percent)}>
          <span className="spoken">{words.score(percent)}</span>
          <span className={styles['score']} style={{ width: `${percent}%` }} />
        </div>
      </div>
      <div className={styles['actions']}>
        <IconButton
          icon={item.pinned ? PinOff : Pin}
          label={item.pinned ? words.unpin : words.pin}
          keys="Alt+P"
          onPress={onPin}
        />
        <IconButton icon={EyeOff} label={words.hide} keys="Delete" onPress={onHide} />
      </div>
    </>
  )
}

/** Why the page shows a suggestion, or does not, where its rank does not tell; null where it does. */
function noteOn(related: UiWords['related'], item: RelatedItem): string | null {
  const { onPage, inText, pinned } = item
  if (onPage) return inText ? (pinned ? related.inTextPinned : related.inTextFills) : null
  if (inText && !pinned) return related.inText
  const stands = standing({ ...item, trashedAt: null })
  return stands === 'draft' || stands === 'ready' || stands === 'scheduled' ? related.waits[stands] : null
}

interface SetAsideProps {
  readonly label: string
  readonly items: readonly RelatedTitle[]
  readonly back: string
  readonly onBack: (item: RelatedTitle) => void
}

/** What the writer took out of the list, each with the way back. */
function SetAside({ label, items, back, onBack }: SetAsideProps) {
  if (items.length === 0) return null
  return (
    <details className={styles['hidden']}>
      <summary>{label}</summary>
      <ul>
        {items.map((item) => (
          <li key={item.id} className={styles['hiddenItem']}>
            <span className={classes(styles['title'])}>{item.title}</span>
            <IconButton icon={Eye} label={`${back}: ${item.title}`} onPress={() => onBack(item)} />
          </li>
        ))}
      </ul>
    </details>
  )
}

function relatedMenu(
  { inspector, related }: UiWords,
  item: RelatedItem,
  acts: RelatedActs,
): readonly MenuPart[] {
  const [up, down] = [acts.mover(item, -1), acts.mover(item, 1)]
  const line = (id: string, label: string, keys: string, run: (() => void) | null) => ({
    id,
    label,
    keys,
    disabled: run === null,
    run: () => run?.(),
  })
  return [
    { id: 'open', lines: [{ id: 'open', label: inspector.openArticle, run: () => openArticle(item.id) }] },
    {
      id: 'order',
      lines: [
        {
          ...line('pin', item.pinned ? inspector.unpin : inspector.pin, 'Alt+P', () => acts.toggle(item)),
          icon: item.pinned ? PinOff : Pin,
        },
        line('up', inspector.moveUp, 'Alt+Up', up),
        line('down', inspector.moveDown, 'Alt+Down', down),
      ],
    },
    {
      id: 'out',
      lines: [
        { ...line('hide', inspector.hide, 'Delete', () => acts.hide(item)), icon: EyeOff },
        { ...line('never', related.never, 'Shift+Delete', () => acts.keepApart(item)), icon: Unlink2 },
      ],
    },
  ]
}
