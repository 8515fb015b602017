/** Where programs read the calendar; `webcal:` opens the phone's or the computer's own. */
export function linksOf(token: string, { origin, host }: Pick<Location, 'origin' | 'host'>) {
  const path = `/api/v1/feeds/${token}.ics`;
  const webcal = `webcal://${host}${path}`;
  return {
    https: `${origin}${path}`,
    webcal,
    google: `https://calendar.google.com/calendar/r?cid=${encodeURIComponent(webcal)}`,
  };
}
