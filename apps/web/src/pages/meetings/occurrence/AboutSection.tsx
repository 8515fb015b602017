import type { Occurrence } from '@diemcau/contracts/meetings/occurrences';
import { formatInstant } from '../../../admin/dates/format';
import { Facts } from '../../../admin/parts/Facts';
import { Section } from '../../../admin/parts/Section';
import { useUnitTypes } from '../../../admin/units/unit-types';
import { useTexts as useLevelTexts } from '../level/texts';
import { kindNameOf } from '../types/kind-name';
import { useTexts } from './texts';
import { useMeetingWords } from './words';

/** What is known of the meeting itself. */
export function AboutSection({ meeting }: { meeting: Occurrence }) {
  const t = useTexts();
  const words = useMeetingWords();
  const levelWords = useLevelTexts();
  const { nameOf } = useUnitTypes();
  const { level, room, openedAt } = meeting;
  const person = (one: Occurrence['chair']) => one?.name ?? t('none');
  return (
    <Section title={t('overview')}>
      <Facts
        of={[
          [t('kind'), `${kindNameOf(meeting)}${meeting.urgent ? ` · ${words('urgent')}` : ''}`],
          [t('unit'), meeting.unitName],
          level === null ? null : [levelWords('level'), nameOf(level)],
          meeting.requestingUnitName === null ? null : [t('requestedBy'), meeting.requestingUnitName],
          meeting.reason === null ? null : [t('reason'), meeting.reason],
          [t('chair'), person(meeting.chair)],
          [t('director'), person(meeting.director)],
          [t('secretary'), person(meeting.secretary)],
          [t('composition'), meeting.composition ?? t('none')],
          [
            t('room'),
            room === null
              ? t('none')
              : `${room.name}${openedAt === null ? '' : `, ${t('roomOpened', { at: formatInstant(openedAt) })}`}`,
          ],
        ]}
      />
    </Section>
  );
}
