export const insideDutch = {}
export const insideEnglish = {}
