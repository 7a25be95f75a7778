// The stacks that were dropped in this browser: their receipts, so that they are found again tomorrow. Nothing of their content.
export interface KeptStack {
  readonly uploadId: string;
  readonly name: string;
  readonly at: string;
}

const KEY = 'jiugai-stacks';
const KEPT = 20;

export function keptStacks(): readonly KeptStack[] {
  const text = localStorage.getItem(KEY);
  // Written by keepStack only.
  return text === null ? [] : (JSON.parse(text) as readonly KeptStack[]);
}

export function keepStack(stack: KeptStack): readonly KeptStack[] {
  const stacks = [stack, ...keptStacks().filter(({ uploadId }) => uploadId !== stack.uploadId)].slice(0, KEPT);
  localStorage.setItem(KEY, JSON.stringify(stacks));
  return stacks;
}
