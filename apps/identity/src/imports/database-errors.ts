import { QueryFailedError } from 'typeorm';

const codeOf = (error: unknown): string => {
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : undefined;
  return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
};

/** Two transactions waited for each other in a circle (40P01), or cannot be put in an order (40001): trying again helps. */
export const isCollision = (error: unknown): boolean => ['40P01', '40001'].includes(codeOf(error));

/** A constraint says no (class 23), or a value does not fit (class 22): trying the same again does not help. */
export const isViolation = (error: unknown): boolean => /^2[23]/.test(codeOf(error));
