import { afterHours, appointments, paymentStatus, vetting } from './back-office';
import { inboundSales, inboundSalesSpanish, loadChat, outboundSales } from './carrier-sales';
import type { Desk } from './desk';
import { checkCalls, checkCallsEurope, proofOfDelivery } from './tracking';

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
