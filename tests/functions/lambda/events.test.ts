// Every function behind the events that AWS hands it: a project goes its way over gateway, stream, machine and queue.
// One file for all, because to load the functions takes longer than to call them.
import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import { describeDrills } from './events/drills.ts';
import { describeGateway } from './events/gateway.ts';
import { describeIntake } from './events/intake.ts';
import { describeMachine } from './events/machine.ts';
import { describeOffice } from './events/office.ts';
import { describePapersOut } from './events/papers-out.ts';
import { describeRetention } from './events/retention.ts';
import { describeRounds } from './events/rounds.ts';
import { openStage, type Stage } from './events/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());
beforeEach(() => {
  stage.logged.length = 0;
});

const stageOf = () => stage;
describe('the gateway', () => describeGateway(stageOf));
describe('stream and machine', () => describeMachine(stageOf));
describe('intake', () => describeIntake(stageOf));
describe('papers out', () => describePapersOut(stageOf));
describe('the office', () => describeOffice(stageOf));
describe('bells and rounds', () => describeRounds(stageOf));
describe('retention', () => describeRetention(stageOf));
describe('the drills', () => describeDrills(stageOf));
