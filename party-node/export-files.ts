/** Files that an exported forest consists of. */
export const exportFiles = ['forest.lightgbm.txt', 'forest.onnx', 'columns.json'] as const;
export type ExportFile = (typeof exportFiles)[number];
