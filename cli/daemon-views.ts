/** What the daemons' administration API takes and gives, as JSON over each daemon's own Unix socket. */
import type { Manifest, Policy } from '@coscore/node-core/manifest/index.ts';
import type { JobFailure, JobState, PartyProgress } from '@coscore/coordinator/job.ts';
import type { LinkStatus } from '@coscore/node-core/daemon/coordinator-link.ts';
import type { ModelManifest } from '@coscore/node-core/registry/index.ts';
import type { DatasetRecord } from '@coscore/party-node/datasets.ts';
import type { ModelView } from '@coscore/party-node/models.ts';
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
  readonly parties: readonly {
    readonly id: string;
    readonly role: 'party' | 'helper';
    readonly fingerprint: string;
    readonly connected: boolean;
    /** Where it says that its peers reach it directly. */
    readonly address?: string;
  }[];
}

export interface PartyStatus extends NodeStatus {
  readonly coordinator: LinkStatus;
  /** Where peers reach it directly; absent where it only dials out. */
  readonly direct?: { readonly listen: string; readonly address: string };
}

export type AnyStatus = CoordinatorStatus | PartyStatus;

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
  /** A node enrolled as helper; the coordinator when absent. */
  readonly helper?: string;
  /** Name the addresses of the nodes that listen. */
  readonly direct?: boolean;
}

/** `approved` at a party only: signed there, others to come. */
export type ProjectState = 'proposed' | 'approved' | 'active' | 'rejected' | 'revoked';

/** A project at either kind of daemon. */
export interface AnyProject {
  readonly digest: string;
  readonly state: ProjectState;
  readonly manifest: Manifest;
  readonly reason?: string;
  /** At a coordinator. */
  readonly signatures?: Readonly<Record<string, string>>;
  /** At a party. */
  readonly runsUsed?: number;
}

/** A project at the coordinator. */
export interface ProjectView extends AnyProject {
  readonly signatures: Readonly<Record<string, string>>;
}

/** A project at a party, with what signing it would mean in plain words. */
export interface PartyProjectView extends AnyProject {
  readonly words: Readonly<Record<Lang, readonly string[]>>;
}

/** A model as the coordinator's registry has it: by digests and metrics. */
export type RegisteredModel = ModelManifest;

/** A party's own part of a model. */
export interface OwnModel extends ModelView {
  /** As it is stored; shown one by one only. */
  readonly shard?: unknown;
}

/** A model at either kind of daemon. */
export type AnyModel = RegisteredModel | OwnModel;

export type { JobState, PartyProgress };

type JobError = Partial<JobFailure> & Pick<JobFailure, 'code' | 'message'>;

/** A job at either kind of daemon; a party knows its own part only. */
export interface JobView {
  readonly id: string;
  readonly name?: string;
  /** The last one begun; 0 before the first. */
  readonly attempt?: number;
  /** interrupted: at a party, between two attempts. */
  readonly state: JobState | 'interrupted';
  /** Participants that are away and needed. */
  readonly waitingFor?: readonly string[];
  /** When the present waiting began. */
  readonly since?: string;
  /** Why the last attempt ended, while the job goes on. */
  readonly lastError?: JobError;
  readonly error?: JobError;
  readonly parties?: Readonly<Record<string, PartyProgress>>;
  readonly links?: readonly {
    readonly from: string;
    readonly to: string;
    readonly bytes: number;
    readonly messages: number;
  }[];
  /** Every two that the project connects directly. */
  readonly direct?: readonly (readonly [string, string])[];
  readonly startedAt?: string;
  readonly finishedAt?: string;
}

const ENDED: ReadonlySet<string> = new Set(['succeeded', 'failed', 'cancelled']);

export const isOver = (job: JobView): boolean => ENDED.has(job.state);

export const reportFiles = ['report.json', 'report.html', 'report.xlsx'] as const;
export type ReportFile = (typeof reportFiles)[number];
