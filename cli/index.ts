export { CoordinatorClient, DaemonClient, PartyClient, SOCKET_NAME } from './daemon-client.ts';
export type * from './daemon-views.ts';
export { Lab, succeeded, type Grant, type LabNode, type LabOptions, type LabStep } from './lab/lab.ts';
export { RemoteError } from './remote-error.ts';
export { run } from './run.ts';
