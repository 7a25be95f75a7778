// Entry points on AWS: accounts, contributions, subsidy and settlement.
import { onRoutes, onSweep, onWait } from '../runtime/lambda.ts';
import { findOrphanReservations, settleOrphanReservation } from './find-orphan-reservations.ts';
import { FUNDING_ROUTES } from './routes.ts';

export const openAccount = onWait('open-account');
export const bookContributions = onWait('book-contributions');
export const submitFinalAccounts = onWait('submit-final-accounts');
export const approveFinalAccounts = onWait('approve-final-accounts');
export const settleContributions = onWait('settle-contributions');
export const completeSettlement = onWait('complete-settlement');

export const fundingRoutes = onRoutes(() => FUNDING_ROUTES);
export const settleOrphanReservations = onSweep('settleOrphanReservations', async (ports) => {
  const orphans = await findOrphanReservations(ports);
  for (const orphan of orphans) await settleOrphanReservation(ports, orphan);
  return { orphanReservations: orphans.length };
});
