/** Which node of a tree every row is in: the trainer's, and every party's that follows it. */
export { RowNodes, type NodeSides, type RoutingColumns } from '@coscore/kernels';
