export { pageWords, primaryLanguage, type PageWords } from './page.ts'
