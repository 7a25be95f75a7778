// The ports of a step that reads or acts: the ledger, its views and the workflow. A step has no hand in papers, keys,
// people and messages, and its bundle does not carry the clients for them.
import { SFNClient } from '@aws-sdk/client-sfn';
import type { Ports } from '../../domain/ports.ts';
import { clock } from './clock.ts';
import type { AwsConfig } from './config.ts';
import { withFaults } from './faults.ts';
import { dynamoLedger } from './ledger.ts';
import type { Table } from './table.ts';
import { dynamoViews } from './views.ts';
import { waitPorts } from './wait-ports.ts';
import { sfnWorkflow } from './workflow.ts';

export function stepPorts({ renovationMachineArn }: AwsConfig, table: Table, newId: () => string): Ports {
  return {
    ...waitPorts(table, newId),
    ledger: dynamoLedger(table, newId),
    views: dynamoViews(table, clock),
    workflow: sfnWorkflow(table, withFaults(new SFNClient()), renovationMachineArn),
  };
}
