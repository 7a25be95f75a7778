// The ETag of figures: what they say, whenever they were computed, so that pages that poll are sent only what changed.
import { hashOf } from '../../domain/json.ts';

export const figuresTag = ({ asOf: _, ...figures }: { readonly asOf: string; readonly today: string }): string =>
  hashOf(figures).slice(0, 16);
