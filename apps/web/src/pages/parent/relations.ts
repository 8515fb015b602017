import type { GuardianRelation } from '@diemcau/contracts/identity/guardians';

export type Relation = GuardianRelation;

export const guardianRelationKeys = ['mother', 'father', 'guardian'] as const satisfies readonly Relation[];
