import { PanelRight } from 'lucide-react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import type { Site } from '../../core/article.ts'
import { useArticleDetails } from '../article.ts'
import { COMMAND_KEYS, runCommand } from '../commands.ts'
import { History } from '../history/History.tsx'
import { IconButton } from '../ui/Button.tsx'
import { useWindow, windowState, type InspectorTab } from '../window.ts'
import { useWords } from '../words.tsx'
import { ArticleFields } from './ArticleFields.tsx'
import styles from './Inspector.module.css'
import { Related } from './Related.tsx'

/** What is known of the article besides its text, and what a reader could read next. */
export function Inspector(props: { readonly articleId: number | null; readonly site: Site }) {
  const words = useWords()
  return (
    <div className={styles['inspector']}>
      {props.articleId === null ? (
        <>
          <div className={styles['bar']}>
            <span className={styles['space']} />
            <HideButton />
          </div>
          <p className={styles['none']}>{words.inspector.none}</p>
        </>
      ) : (
        <Opened id={props.articleId} site={props.site} />
      )}
    </div>
  )
}

function Opened({ id, site }: { readonly id: number; readonly site: Site }) {
  const words = useWords()
  const { article, refused } = useArticleDetails(id)
  const tab = useWindow((value) => value.inspectorTab)
  return (
    <Tabs
      className={styles['tabs'] ?? ''}
      selectedKey={tab}
      onSelectionChange={(key) => windowState.set({ inspectorTab: key as InspectorTab })}
    >
      <div className={styles['bar']}>
        <TabList aria-label={words.inspector.inspector} className={styles['tabList'] ?? ''}>
          <Tab id="article" className={styles['tab'] ?? ''}>
            {words.inspector.article}
          </Tab>
          <Tab id="related" className={styles['tab'] ?? ''}>
            {words.inspector.related}
          </Tab>
          <Tab id="history" className={styles['tab'] ?? ''}>
            {words.history.history}
          </Tab>
        </TabList>
        <HideButton />
      </div>
      <TabPanel id="article" className={styles['panel'] ?? ''}>
        {article !== null && (
          <ArticleFields key={article.id} article={article} refused={refused} site={site} />
        )}
      </TabPanel>
      <TabPanel id="related" className={styles['panel'] ?? ''}>
        {article !== null && <Related key={article.id} articleId={article.id} site={site} />}
      </TabPanel>
      <TabPanel id="history" className={styles['panel'] ?? ''}>
        {article !== null && <History key={article.id} articleId={article.id} />}
      </TabPanel>
    </Tabs>
  )
}

function HideButton() {
  return (
    <IconButton
      icon={PanelRight}
      label={useWords().commands.names['pane.inspector']}
      keys={COMMAND_KEYS['pane.inspector']}
      onPress={() => runCommand('pane.inspector')}
    />
  )
}
