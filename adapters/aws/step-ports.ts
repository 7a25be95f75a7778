// The ports of a step: the ledger, its views and the workflow. A step has no hand in papers, keys and messages, and its
// bundle does not carry the clients for them.
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SFNClient } from '@aws-sdk/client-sfn';
import { Fault } from '../../domain/errors.ts';
import type { Ports } from '../../domain/ports.ts';
import { clock } from './clock.ts';
import type { AwsConfig } from './config.ts';
import { dynamoDirectory } from './directory.ts';
import { withFaults } from './faults.ts';
import { dynamoLedger } from './ledger.ts';
import type { Table } from './table.ts';
import { dynamoViews } from './views.ts';
import { sfnWorkflow } from './workflow.ts';

export const openTable = ({ tableName }: AwsConfig): Table => ({
  client: withFaults(new DynamoDBClient()),
  name: tableName,
});

export function stepPorts(config: AwsConfig, table: Table, newId: () => string): Ports {
  const views = dynamoViews(table, clock);
  return {
    ledger: dynamoLedger(table, newId),
    views,
    papers: withheld('papers'),
    workflow: sfnWorkflow(table, withFaults(new SFNClient()), config.renovationMachineArn),
    outbox: withheld('outbox'),
    directory: dynamoDirectory(table, views),
    clock,
    seal: withheld('seal'),
    newId,
  };
}

/** Any use of a port that is withheld is a mistake of the step. */
function withheld<P extends object>(port: string): P {
  const refuse = (): never => {
    throw new Fault('INTERNAL', `a step has no ${port}`);
  };
  // Nothing of the port is ever reached behind the refusal.
  return new Proxy({} as P, { get: refuse });
}
