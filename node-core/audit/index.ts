export {
  auditEvents,
  GENESIS,
  nextEntry,
  verifyChain,
  type AuditDetails,
  type AuditEntry,
  type AuditEvent,
  type ChainHead,
  type Json,
} from './chain.ts';
export { counterSign, verifyCounterSignature, type CounterSignature, type HeadStatement } from './counter-sign.ts';
export { compareAudits, type ComparedJob } from './compare.ts';
export { parseAuditExport, verifyAuditExport, type AuditExport, type CheckedLog } from './export.ts';
export { AuditLog } from './log.ts';
