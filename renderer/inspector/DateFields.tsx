import { parseDateTime, toCalendarDateTime, type CalendarDateTime } from '@internationalized/date'
import { Calendar as CalendarIcon, ChevronLeft, ChevronRight, X } from 'lucide-react'
import {
  Button as AriaButton,
  Calendar,
  CalendarCell,
  CalendarGrid,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  Group,
  Heading,
  Label,
  Popover,
} from 'react-aria-components'
import type { Article, Timestamp } from '../../core/article.ts'
import { timestampFrom, timestampOf } from '../../core/locale/ui/index.ts'
import { patchArticle } from '../article.ts'
import { isScheduledNow } from '../now.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import field from '../ui/Field.module.css'
import menu from '../ui/Menu.module.css'
import { classes } from '../ui/classes.ts'
import { useWords } from '../words.tsx'
import styles from './DateFields.module.css'

/** When an article was or will be published: date and time on this computer's clock. */
export function DateFields({ article }: { readonly article: Article }) {
  const words = useWords().inspector
  return (
    <div className={styles['date']}>
      <DateField
        label={words.date}
        value={article.publishedAt}
        onChange={(publishedAt) => patchArticle(article.id, { publishedAt }, 'now')}
      />
      {isScheduledNow(article) && <p className={styles['hint']}>{words.scheduledFor}</p>}
    </div>
  )
}

export interface DateFieldProps {
  readonly label: string
  readonly value: Timestamp | null
  readonly onChange: (value: Timestamp | null) => void
}

/** A date and time on this computer's clock, or none. */
export function DateField({ label, value: given, onChange }: DateFieldProps) {
  const words = useWords().inspector
  const value = given === null ? null : parseDateTime(given.slice(0, 19))
  return (
    <DatePicker
      className={field['field'] ?? ''}
      granularity="minute"
      hourCycle={24}
      shouldForceLeadingZeros={false}
      value={value}
      onChange={(to) => onChange(to === null ? null : timestamp(toCalendarDateTime(to)))}
    >
      <Label className={field['label'] ?? ''}>{label}</Label>
      <Group className={classes(field['box'], styles['box'])}>
        <DateInput className={styles['input'] ?? ''}>
          {(segment) => <DateSegment segment={segment} className={styles['segment'] ?? ''} />}
        </DateInput>
        {value === null ? (
          <Button kind="quiet" slot={null} onPress={() => onChange(timestampOf(new Date()))}>
            {words.setNow}
          </Button>
        ) : (
          <IconButton icon={X} label={words.clearDate} slot={null} onPress={() => onChange(null)} />
        )}
        <AriaButton className={styles['open'] ?? ''}>
          <CalendarIcon aria-hidden />
        </AriaButton>
      </Group>
      <Popover className={menu['popover'] ?? ''} offset={4} placement="bottom end">
        <Dialog className={styles['dialog'] ?? ''}>
          <Calendar>
            <header className={styles['month']}>
              <AriaButton slot="previous" className={styles['turn'] ?? ''}>
                <ChevronLeft aria-hidden />
              </AriaButton>
              <Heading className={styles['name'] ?? ''} />
              <AriaButton slot="next" className={styles['turn'] ?? ''}>
                <ChevronRight aria-hidden />
              </AriaButton>
            </header>
            <CalendarGrid className={styles['grid'] ?? ''}>
              {(date) => <CalendarCell date={date} className={styles['day'] ?? ''} />}
            </CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  )
}

function timestamp(date: CalendarDateTime): string {
  return timestampFrom(date.year, date.month, date.day, date.hour, date.minute)
}
