import { useQuery } from '@tanstack/react-query'
import { Check, Tags as TagsIcon } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button as AriaButton, Checkbox, Radio, RadioGroup } from 'react-aria-components'
import type { AlikeGroup, AlikeTag } from '../../core/bridge.ts'
import { call, failureOf, keys } from '../bridge.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Empty } from '../ui/Empty.tsx'
import { FailureNote } from '../ui/FailureNote.tsx'
import { attempt } from '../ui/toasts.tsx'
import { windowState } from '../window.ts'
import { useWords } from '../words.tsx'
import { keepApart, mergeTags, showTag } from './acts.ts'
import styles from './Tags.module.css'

/** More groups than these at once are no help. */
const MOST_SHOWN = 100

/** Tags that look as if they were meant to be one, group by group: merged, or kept apart for good. */
export function AlikeTags() {
  const words = useWords()
  const { data, error } = useQuery({
    queryKey: [...keys.tags, 'alike'],
    queryFn: () => call('tag.alike', {}),
  })
  const list = useRef<HTMLDivElement>(null)
  const groups = data?.groups.slice(0, MOST_SHOWN) ?? []
  const more = (data?.groups.length ?? 0) - groups.length
  // What had the focus goes with its group: the next one takes it as soon as the list is another.
  const going = useRef<number | null>(null)
  useEffect(() => {
    if (going.current === null || data === undefined) return
    const all = list.current?.querySelectorAll<HTMLElement>('[data-merge]')
    const next = all?.[Math.min(going.current, all.length - 1)] ?? list.current
    going.current = null
    next?.focus()
  }, [data])
  return (
    <Dialog
      title={words.tags.alike}
      onClose={windowState.closeDialog}
      {...((data?.apart ?? 0) > 0 ? { actions: <Again count={data?.apart ?? 0} /> } : {})}
    >
      <div ref={list} tabIndex={-1} className={styles['groups']}>
        {error !== null && <FailureNote failure={failureOf(error)} />}
        {data === undefined && error === null && <output>{words.tags.comparing}</output>}
        {data !== undefined && groups.length === 0 && (
          <Empty icon={TagsIcon} title={words.tags.noneAlike} detail={words.tags.noneAlikeDetail} />
        )}
        {groups.length > 0 && <p className={styles['intro']}>{words.tags.alikeIntro}</p>}
        {groups.map((group, index) => (
          <Group
            key={group.map(({ id }) => id).join(' ')}
            group={group}
            onGoing={(isGoing) => {
              going.current = isGoing ? index : null
            }}
          />
        ))}
        {more > 0 && <p className={styles['intro']}>{words.tags.moreAlike(more)}</p>}
      </div>
    </Dialog>
  )
}

function Again({ count }: { readonly count: number }) {
  const words = useWords()
  return (
    <div className={styles['apart']}>
      <span>{words.tags.apart(count)}</span>
      <Button kind="quiet" onPress={() => void attempt(call('tag.forgetApart', {}))}>
        {words.tags.askAgain}
      </Button>
    </div>
  )
}

interface GroupProps {
  readonly group: AlikeGroup
  /** It is about to be merged or kept apart, or was not after all. */
  readonly onGoing: (isGoing: boolean) => void
}

function Group({ group, onGoing }: GroupProps) {
  const words = useWords()
  const [stays, setStays] = useState(group[0]?.id)
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const isPart = ({ id }: AlikeTag) => id === stays || !left.has(id)
  const part = group.filter(isPart)
  const target = group.find(({ id }) => id === stays)
  const names = part.map(({ name }) => name).join(', ')
  const merge = async () => {
    if (target === undefined) return
    const gone = part.filter((tag) => tag !== target)
    onGoing(true)
    if (!(await mergeTags(words, gone, target))) onGoing(false)
  }
  const notAlike = async () => {
    onGoing(true)
    if (!(await keepApart(words, part))) onGoing(false)
  }
  return (
    <section className={styles['group']} aria-label={group.map(({ name }) => name).join(', ')}>
      <RadioGroup
        className={styles['names'] ?? ''}
        aria-label={words.tags.stays}
        value={String(stays)}
        onChange={(value) => setStays(Number(value))}
      >
        {group.map((tag) => (
          <div key={tag.id} className={styles['name']} data-left={!isPart(tag) || undefined}>
            {group.length > 2 && (
              <Checkbox
                className={styles['check'] ?? ''}
                aria-label={words.tags.takesPart(tag.name)}
                isSelected={isPart(tag)}
                isDisabled={tag.id === stays}
                onChange={(isIn) =>
                  setLeft((now) => (isIn ? without(now, tag.id) : new Set([...now, tag.id])))
                }
              >
                <Check aria-hidden />
              </Checkbox>
            )}
            <Radio value={String(tag.id)} className={styles['radio'] ?? ''}>
              <span className={styles['dot']} aria-hidden />
              <span className={styles['word']}>{tag.name}</span>
              {tag.why !== null && <span className={styles['why']}>{words.tags.why[tag.why]}</span>}
            </Radio>
            <AriaButton
              className={styles['uses'] ?? ''}
              aria-label={words.tags.showArticles(tag.name, tag.articles)}
              onPress={() => showTag(tag)}
            >
              {words.tags.articles(tag.articles)}
            </AriaButton>
          </div>
        ))}
      </RadioGroup>
      <div className={styles['acts']}>
        <Button
          data-merge
          isDisabled={part.length < 2}
          aria-label={words.tags.mergeAll(names)}
          onPress={() => void merge()}
        >
          {words.tags.merge}
        </Button>
        <Button
          kind="quiet"
          isDisabled={part.length < 2}
          aria-label={words.tags.keepApart(names)}
          onPress={() => void notAlike()}
        >
          {words.tags.notAlike}
        </Button>
      </div>
    </section>
  )
}

function without(ids: ReadonlySet<number>, id: number): ReadonlySet<number> {
  return new Set([...ids].filter((each) => each !== id))
}
