// What clerks type on papers, by kind: a part of what the kind says, in the shape that its schema takes.
import type { PaperInput, TypesetCode } from '../../../domain/paper/paper-contents.ts';

export type Words<Code extends TypesetCode> = { readonly [Kind in Code]: Partial<PaperInput<Kind>> };
