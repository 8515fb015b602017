/** A strict reading of RFC 5545 for what we write, on its own: it shares no code with the writer. */
export interface Component {
  readonly name: string;
  readonly properties: readonly Property[];
  readonly components: readonly Component[];
}
export interface Property {
  readonly name: string;
  readonly parameters: ReadonlyMap<string, string>;
  /** As written, escapes and all. */
  readonly value: string;
}

/** Every fault of a text; none when it keeps the standard. */
export function faultsOf(ics: string): string[] {
  const faults = faultsOfLines(ics);
  if (faults.length > 0) return faults;
  const root = parse(ics);
  return [...faultsOfCalendar(root), ...root.components.flatMap((one) => faultsOfComponent(one, root))];
}

function faultsOfLines(ics: string): string[] {
  const faults: string[] = [];
  if (!ics.endsWith('\r\n')) faults.push('the last line does not end in CRLF');
  if (/(?<!\r)\n|\r(?!\n)/.test(ics)) faults.push('a line break that is not CRLF');
  if (/[^\P{Cc}\r\n]|\p{Cs}|\ufffd/u.test(ics)) faults.push('a control character, or half of a character');
  for (const line of ics.split('\r\n').slice(0, -1)) {
    if (Buffer.byteLength(line) > 75) faults.push(`${Buffer.byteLength(line)} octets: ${line}`);
    if (line.trim() === '') faults.push('an empty line');
  }
  for (const line of unfold(ics)) if (!contentLine.test(line)) faults.push(`no content line: ${line}`);
  return faults;
}

const unfold = (ics: string): string[] =>
  ics
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n')
    .slice(0, -1);
const contentLine = /^([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*):(.*)$/s;

export function parse(ics: string): Component {
  type Open = { name: string; properties: Property[]; components: Component[] };
  const root: Open = { name: '', properties: [], components: [] };
  const open: Open[] = [root];
  for (const line of unfold(ics)) {
    const [, name = '', parameters = '', value = ''] = contentLine.exec(line) ?? [];
    const top = open.at(-1) ?? root;
    if (name === 'BEGIN') {
      const child: Open = { name: value, properties: [], components: [] };
      top.components.push(child);
      open.push(child);
    } else if (name === 'END') {
      if (top.name !== value) throw new Error(`END:${value} within ${top.name}`);
      open.pop();
    } else top.properties.push({ name, parameters: parametersOf(parameters), value });
  }
  const [calendar, ...more] = root.components;
  if (!calendar || calendar.name !== 'VCALENDAR' || more.length > 0 || open.length !== 1)
    throw new Error('not one whole VCALENDAR');
  return calendar;
}

const parametersOf = (written: string): Map<string, string> =>
  new Map(
    [...written.matchAll(/;([A-Z0-9-]+)=("[^"]*"|[^";:,]*)/g)].map(([, name = '', value = '']) => [
      name,
      value.replaceAll('"', ''),
    ]),
  );

export const allOf = ({ properties }: Component, name: string): Property[] =>
  properties.filter((property) => property.name === name);
export const valueOf = (component: Component, name: string): string | undefined =>
  allOf(component, name)[0]?.value;

function faultsOfCalendar(root: Component): string[] {
  const faults = onceEach(root, ['VERSION', 'PRODID', 'METHOD', 'CALSCALE']);
  if (valueOf(root, 'VERSION') !== '2.0') faults.push('VERSION is not 2.0');
  if (root.components.length === 0) faults.push('a calendar without a component');
  const zones = root.components
    .filter(({ name }) => name === 'VTIMEZONE')
    .map((zone) => valueOf(zone, 'TZID'));
  if (new Set(zones).size !== zones.length) faults.push('a VTIMEZONE twice');
  const instances = root.components
    .filter(({ name }) => name === 'VEVENT')
    .map((event) => `${valueOf(event, 'UID')} ${valueOf(event, 'RECURRENCE-ID') ?? ''}`);
  if (new Set(instances).size !== instances.length) faults.push('a UID with the same RECURRENCE-ID twice');
  return faults;
}

function faultsOfComponent(component: Component, root: Component): string[] {
  switch (component.name) {
    case 'VEVENT':
      return faultsOfEvent(component, root);
    case 'VTIMEZONE':
      return component.components.flatMap((one) =>
        ['STANDARD', 'DAYLIGHT'].includes(one.name)
          ? onceEach(one, ['DTSTART', 'TZOFFSETFROM', 'TZOFFSETTO'])
          : [`${one.name} within VTIMEZONE`],
      );
    default:
      return [`a component ${component.name}`];
  }
}

const wall = /^\d{8}T\d{6}$/;
const utc = /^\d{8}T\d{6}Z$/;
const texts = new Set(['SUMMARY', 'DESCRIPTION', 'LOCATION', 'UID']);

function faultsOfEvent(event: Component, root: Component): string[] {
  const faults = onceEach(event, [
    'UID',
    'DTSTAMP',
    'DTSTART',
    'DTEND',
    'SEQUENCE',
    'SUMMARY',
    'STATUS',
    'URL',
  ]);
  const zones = new Set(root.components.map((zone) => valueOf(zone, 'TZID')));
  for (const { name, parameters, value } of event.properties) {
    const zone = parameters.get('TZID');
    if (zone !== undefined && !zones.has(zone)) faults.push(`${name}: no VTIMEZONE ${zone}`);
    if (['DTSTART', 'DTEND', 'RECURRENCE-ID', 'EXDATE'].includes(name) && !(zone && wall.test(value)))
      faults.push(`${name} is no wall time with a zone: ${value}`);
    if (['DTSTAMP', 'LAST-MODIFIED'].includes(name) && !utc.test(value))
      faults.push(`${name} is not UTC: ${value}`);
    if (texts.has(name) && /(?<!\\)(?:\\\\)*[;,]|(?<!\\)(?:\\\\)*\\(?![\\;,nN])/.test(value))
      faults.push(`${name} is not escaped: ${value}`);
  }
  if (!/^\d+$/.test(valueOf(event, 'SEQUENCE') ?? '')) faults.push('SEQUENCE is no number');
  if ((valueOf(event, 'DTEND') ?? '') <= (valueOf(event, 'DTSTART') ?? ''))
    faults.push('ends before it begins');
  const method = valueOf(root, 'METHOD');
  const status = valueOf(event, 'STATUS');
  if (method === 'CANCEL' && status !== 'CANCELLED') faults.push('a CANCEL that is not cancelled');
  if (method === 'REQUEST' && status === 'CANCELLED') faults.push('a REQUEST that is cancelled');
  // RFC 5546, 3.2.2 and 3.2.5.
  if (method !== 'PUBLISH') faults.push(...onceEach(event, ['ORGANIZER', 'ATTENDEE']));
  for (const alarm of event.components) faults.push(...onceEach(alarm, ['ACTION', 'TRIGGER', 'DESCRIPTION']));
  return faults;
}

const onceEach = (component: Component, names: readonly string[]): string[] =>
  names
    .filter((name) => allOf(component, name).length !== 1)
    .map((name) => `${component.name}: ${name} ${allOf(component, name).length} times`);
