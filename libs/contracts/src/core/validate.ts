import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import type { Dto } from './contract.js';
import { commonFailures, Failure, type FieldFault } from './failure.js';

/** Deeper input is refused before anything walks it recursively. */
const maxDepth = 16;
/** Keys by which libraries reach from data to code; no contract has them. */
const reaching: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

function mayBeWalked(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (depth === 0) return false;
  return Object.entries(value).every(([key, inner]) => !reaching.has(key) && mayBeWalked(inner, depth - 1));
}

function faultsOf(errors: readonly ValidationError[], parent = ''): FieldFault[] {
  return errors.flatMap((error) => {
    const path = parent + error.property;
    const own = Object.keys(error.constraints ?? {}).map((code) => ({
      path,
      code: code === 'whitelistValidation' ? 'unknown' : code,
    }));
    return [...own, ...faultsOf(error.children ?? [], `${path}.`)];
  });
}

/**
 * What may be walked and sent on.
 * @throws Failure `common.malformed` when it is no object, too deep, or reaches for prototypes
 */
export function plainObject(plain: unknown): object {
  if (typeof plain !== 'object' || plain === null || Array.isArray(plain) || !mayBeWalked(plain, maxDepth)) {
    throw new Failure(commonFailures.malformed);
  }
  return plain;
}

/**
 * Turns plain JSON into a DTO that keeps its contract.
 * @throws Failure `common.malformed` as {@link plainObject} says, `common.invalid` with the faults by path otherwise
 */
export function validated<T extends object>(dto: Dto<T>, plain: unknown): T {
  const instance = plainToInstance(dto, plainObject(plain));
  const errors = validateSync(instance, {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: false,
    stopAtFirstError: true,
  });
  if (errors.length > 0) throw new Failure(commonFailures.invalid, {}, faultsOf(errors).slice(0, 50));
  return instance;
}
