/** The names of the two channels between window and main. Apart from the rest, so that the preload stays small. */

/** Carries every request; the first argument is the request's name, the second its arguments. */
export const REQUEST_CHANNEL = 'longhand:request'
/** Carries every event; the first argument is the event's name, the second what it tells. */
export const EVENT_CHANNEL = 'longhand:event'
