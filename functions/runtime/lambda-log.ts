// The log on AWS: our closed set of fields, and nothing else, in the form of Powertools, whose level an operator raises or
// lowers by `POWERTOOLS_LOG_LEVEL` alone.
import { Logger } from '@aws-lambda-powertools/logger';
import type { Log } from './log.ts';

let logger: Logger | undefined;

export const lambdaLog: Log = ({ level, code, ...fields }) => {
  logger ??= new Logger({ serviceName: 'jiugai' });
  logger[level](code, { code, ...fields });
};
