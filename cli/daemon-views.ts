/** What the daemons' administration API takes and gives, as JSON over each daemon's own Unix socket. */
import type { Manifest, Policy } from '@coscore/node-core/manifest/index.ts';
import type { JobFailure, JobState, PartyProgress } from '@coscore/coordinator/job.ts';
import type { DatasetRecord } from '@coscore/party-node/datasets.ts';
import type { TableProfile } from '@coscore/party-node/data/profile.ts';
import type { Lang } from './texts.ts';

export interface NodeStatus {
  readonly id: string;
  /** Lower-case hex SHA-256 of the public key. */
  readonly fingerprint: string;
  /** The fingerprint as words, to be compared out of band. */
  readonly words: readonly string[];
  readonly certificatePem: string;
}

export interface CoordinatorStatus extends NodeStatus {
  /** host:port that party nodes dial. */
  readonly address: string;
  readonly parties: readonly { readonly id: string; readonly connected: boolean }[];
}

export interface PartyStatus extends NodeStatus {
  readonly coordinator?: { readonly address: string; readonly state: 'connected' | 'reconnecting' | 'closed' };
}

/** What the owner sees of its own table; only the schema and a rounded row count are ever published. */
export type DatasetProfile = TableProfile;

export type DatasetView = DatasetRecord;

export interface ProjectRequest {
  readonly project: string;
  readonly profile: 'aided' | 'blind';
  readonly parties: readonly { readonly id: string; readonly role: 'label' | 'feature'; readonly dataset: string }[];
  readonly models: readonly string[];
  readonly join: 'inner' | 'left';
  readonly policy: Policy;
  readonly purpose: string;
  /** ISO time. */
  readonly expires: string;
  readonly runs: number;
}

export type ProjectState = 'proposed' | 'active' | 'rejected';

/** A project at the coordinator. */
export interface ProjectView {
  readonly state: ProjectState;
  readonly manifest: Manifest;
  readonly signatures: Readonly<Record<string, string>>;
  readonly reason?: string;
}

/** A project at a party, with what signing it would mean in plain words. */
export interface PartyProjectView {
  readonly digest: string;
  readonly state: ProjectState;
  readonly manifest: Manifest;
  readonly words: Readonly<Record<Lang, readonly string[]>>;
}

export type { JobState, PartyProgress };

/** A job at either kind of daemon; a party knows its own part only. */
export interface JobView {
  readonly id: string;
  readonly state: JobState;
  readonly error?: Partial<JobFailure> & Pick<JobFailure, 'code' | 'message'>;
  readonly parties?: Readonly<Record<string, PartyProgress>>;
  readonly links?: readonly {
    readonly from: string;
    readonly to: string;
    readonly bytes: number;
    readonly messages: number;
  }[];
  readonly startedAt?: string;
  readonly finishedAt?: string;
}

export const isOver = (job: JobView): boolean => job.state !== 'queued' && job.state !== 'running';

export const reportFiles = ['report.json', 'report.html', 'report.xlsx'] as const;
export type ReportFile = (typeof reportFiles)[number];
