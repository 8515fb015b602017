import { ConfigError } from '@diemcau/service/config/config';
import { createLogger } from '@diemcau/service/log/logger';
import { flushCompileCache } from 'node:module';
import { startGateway } from './gateway.js';

const log = createLogger('gateway');

try {
  const gateway = await startGateway(log);
  const leave = (signal: NodeJS.Signals) => {
    log.info({ signal }, 'stopping');
    gateway.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', leave).once('SIGINT', leave);
  log.info({ url: gateway.url }, 'ready');
  // Node writes it at an orderly end alone; what is killed shall come back fast too.
  flushCompileCache();
} catch (error) {
  if (error instanceof ConfigError) log.fatal(error.message);
  else log.fatal({ err: error }, 'could not start');
  process.exit(1);
}
