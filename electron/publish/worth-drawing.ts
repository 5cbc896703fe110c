/** From so many articles on, drawing what belongs to their site would make its first export noticeably longer. */
export const WORTH_DRAWING = 150
