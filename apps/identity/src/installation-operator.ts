import type { ServiceCaller } from '@diemcau/contracts/core/caller';

/** Whoever runs the servers. Commands act in this name for what no province may do by itself; the audit log has it. */
export const installationOperator: ServiceCaller = { kind: 'service', name: 'installation operator' };
