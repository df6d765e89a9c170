import { afterHours } from './after-hours';
import { appointments } from './appointments';
import { inboundSales, inboundSalesSpanish, loadChat, outboundSales } from './carrier-sales';
import { checkCalls, checkCallsEurope } from './check-calls';
import type { Desk } from './desk';
import { paymentStatus } from './payment-status';
import { proofOfDelivery } from './proof-of-delivery';
import { vetting } from './vetting';

export const DESKS: readonly Desk[] = [
  inboundSales,
  inboundSalesSpanish,
  outboundSales,
  loadChat,
  checkCalls,
  checkCallsEurope,
  proofOfDelivery,
  appointments,
  paymentStatus,
  vetting,
  afterHours,
];
