// Entry points on AWS: where a project stands, for the machine that walks through the nine steps.
import { findStep as findStepStep } from '../runtime/find-step.ts';
import { onStep } from '../runtime/lambda.ts';
import { startNextGeneration as startNextGenerationStep } from '../runtime/start-next-generation.ts';

export const findStep = onStep(findStepStep);
export const startNextGeneration = onStep(startNextGenerationStep);
