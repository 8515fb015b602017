/** What a unit's test of sound and picture is for: a result shows it for nothing else. */
export const subjectOfTrial = (trialId: string, unitId: string): string => `trial:${trialId}:${unitId}`;
