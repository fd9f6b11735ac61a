/** What a job of trees will take, before anybody signs for it. */
export { calibrate, type MachineRates } from './calibrate.ts';
export { treeLinks, type PlanLink, type PlanProfile } from './bytes.ts';
export { predict, type PlanLine, type PlanSetting, type ProfilePlan } from './predict.ts';
export type { PlanParty, PlanShape } from './shape.ts';
