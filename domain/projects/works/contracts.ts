// The contracts that the tender recorded, and what may be paid on them at most.
import type { Decimal } from 'decimal.js';
import { decimalOf } from '../../money/money.ts';
import { fieldsRefused } from '../act-input.ts';
import type { Contract } from '../approvals/record.ts';
import type { Project } from '../project.ts';
import { approvedEffect } from './change-orders.ts';

export const contractOf = ({ approvals }: Project, contractNo: string): Contract | undefined =>
  approvals.tender?.contracts.find((contract) => contract.contractNo === contractNo);

/** The price with the changes that were approved as exceptions. */
export function payable({ price, contractNo }: Contract, { works }: Project): Decimal {
  const orders = works.changeOrders.filter((order) => order.contractNo === contractNo);
  return decimalOf(price).plus(approvedEffect(orders));
}

export const noSuchContract = (): ReturnType<typeof fieldsRefused> =>
  fieldsRefused([
    {
      path: '/contractNo',
      says: { zh: '发包记录中没有这份合同', en: 'The tender recorded no such contract' },
    },
  ]);
