// `npm run measure`: the embedded Step Functions alone, two rounds.

import { printFigures } from '../figure.ts';
import { describeMachine } from '../machine.ts';
import { measureEngine } from './measure-engine.ts';

const { figures } = await measureEngine(2, []);
printFigures(describeMachine(), figures);
