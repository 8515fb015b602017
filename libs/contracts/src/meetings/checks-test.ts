import { Decimal, Flag, Id, Instant, Int, ListOf, OneOf, Part, SomeOf, Text } from '../core/fields.js';
import { ReceivedPicture, ReceivedSound } from '../media/mirror-figures.js';
import { receivedReasons } from './check-limits.js';
import { type VitalPart, vitalParts } from './vital-parts.js';

/** HB-8.3: what a site answers for besides line, sound and picture. A site's own devices come in addition, by their id. */
export const checkItems = [
  'equipment',
  'power',
  'backupPower',
  'cameraFraming',
  'roomReady',
  'contact',
] as const;
export type CheckItem = (typeof checkItems)[number];

export const itemAnswers = ['ok', 'faulty', 'absent'] as const;
export type ItemAnswer = (typeof itemAnswers)[number];

/**
 * Why a test was not passed. `items`: something that is needed is faulty or absent. `noCamera` and its like: the site has such
 * devices in its inventory, and none of them is in order. `noLevel`: of results from before the media server listened itself.
 */
export const testReasons = [
  'lineUp',
  'lineDown',
  'lineLoss',
  'lineDelay',
  'noTone',
  'noLevel',
  ...receivedReasons,
  'items',
  'noCamera',
  'noMicrophone',
  'noLoudspeaker',
] as const;
export type TestReason = (typeof testReasons)[number];

export class SoundFound {
  /** Somebody heard the tone from the loudspeaker. */
  @Flag() toneHeard: boolean;
}
export class PictureFound {
  /** Somebody saw the right camera's picture as the media server sent it back. */
  @Flag() seen: boolean;
}
export class ItemFound {
  /** One of {@link checkItems}, or the id of a device of the site. */
  @Text({ max: 60, example: 'power' }) key: string;
  @OneOf(itemAnswers) answer: ItemAnswer;
  /** What is wrong. */
  @Text({ max: 300, optional: true }) note?: string;
}

/** What was found, with what it was about. */
export class ItemKept extends ItemFound {
  /** Of a device, as it was called then; null for one of {@link checkItems}. */
  @Text({ max: 200, nullable: true }) name: string | null;
}

/**
 * What an operator found. Figures of line, sound and picture are not among it: they are those that media kept under the ids,
 * so that nobody can make them up. Whether the room heard, and saw the right camera, only who is there can say.
 */
export class DeviceFindings {
  /** A finished line test against the room in question, not used before, at most 30 minutes old. */
  @Id() lineTestId: string;
  /** A finished test of sound and picture, made with a ticket of this very try. */
  @Id() mediaTestId: string;
  @Part(() => SoundFound) sound: SoundFound;
  @Part(() => PictureFound) picture: PictureFound;
  @ListOf(() => ItemFound, { max: 100 }) items: ItemFound[];
  @Text({ max: 500, optional: true, multiline: true }) note?: string;
}

/** A test as it is kept: figures, verdict, and what the verdict rests on. */
export class DeviceTest {
  @Id() id: string;
  @Instant() at: string;
  @Id() lineTestId: string;
  /** Counted by the media server. */
  @Decimal({ min: 0, max: 100_000 }) upMbps: number;
  /** Never more than the media server sent. */
  @Decimal({ min: 0, max: 100_000 }) downMbps: number;
  @Decimal({ min: 0, max: 60_000 }) roundTripMs: number;
  @Decimal({ min: 0, max: 60_000 }) jitterMs: number;
  /** 0–100. */
  @Decimal({ min: 0, max: 100 }) lossPercent: number;
  /** TM-1b: what the line was judged against. */
  @Int({ min: 1, max: 1000 }) requiredMbps: number;
  @Part(() => SoundFound) sound: SoundFound;
  @Part(() => PictureFound) picture: PictureFound;
  /** Null in results from before the media server measured sound and picture itself. */
  @Id({ nullable: true }) mediaTestId: string | null;
  /** As the media server received it; null without a microphone, and in those results. */
  @Part(() => ReceivedSound, { nullable: true }) receivedSound: ReceivedSound | null;
  @Part(() => ReceivedPicture, { nullable: true }) receivedPicture: ReceivedPicture | null;
  @ListOf(() => ItemKept, { max: 100 }) items: ItemKept[];
  @Text({ max: 500, nullable: true }) note: string | null;
  @Flag() passed: boolean;
  @SomeOf(testReasons) reasons: TestReason[];
  /** Null when it came by a signed link. */
  @Id({ nullable: true }) byUserId: string | null;
}

/** What the operator is asked to tick. */
export class ExpectedItem {
  @Text({ max: 60 }) key: string;
  /** Of a device; null for one of {@link checkItems}, whose words the client has. */
  @Text({ max: 200, nullable: true }) name: string | null;
  /** Faulty or absent, it fails the check. */
  @Flag() needed: boolean;
  /** Of a device: the check fails when all that serve the same are faulty or absent; one of several is a remark. */
  @SomeOf(vitalParts) serves: VitalPart[];
}
