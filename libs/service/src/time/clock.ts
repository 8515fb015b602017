import { Injectable } from '@nestjs/common';

/** What time it is, for decisions by time; tests live through months with a clock of their own. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}
