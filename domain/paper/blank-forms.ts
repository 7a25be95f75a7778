// Forms that are filled in by hand on the spot, as many as are needed; sheets of a ballot come in its pack.
import type { TypesetCode } from './paper-contents.ts';

export const BLANK_FORMS = [
  ...(['E1', 'F2P', 'PB1', 'OB1', 'OB2', 'SI1', 'SI2', 'RS1', 'A3O'] as const),
] satisfies readonly TypesetCode[];

export type BlankForm = (typeof BLANK_FORMS)[number];
