export { restoresOf, type Restores } from './after-restore.ts';
export { backUpNode, type NodeBackupOptions, nodeIdIn, type NodeRestored, restoreNode } from './node-backup.ts';
export { type BackupWritten, writeBackup } from './write.ts';
export { restoreBackup, type Restored } from './restore.ts';
