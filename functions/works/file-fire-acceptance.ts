// The employer files the fire acceptance.
import { fileFireAcceptance as act } from '../../domain/projects/works/file-fire-acceptance.ts';
import { humanAct } from '../runtime/human-act.ts';
import { restsOn } from '../runtime/rests-on.ts';

export const fileFireAcceptance = humanAct(
  act,
  restsOn((input) => {
    if (!input.applies) return [];
    const { K1, K2, K3, K4, K5 } = input.documents;
    return [
      ['/documents/K1', K1],
      ['/documents/K2', K2],
      ['/documents/K3', K3],
      ['/documents/K4/paper', K4?.paper],
      ['/documents/K5/paper', K5?.paper],
    ];
  }),
);
