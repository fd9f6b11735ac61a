/** Tables of a node's own state, the same for party nodes and coordinators. Times are ISO 8601 text in UTC. */
import type { ColumnType, Generated } from 'kysely';

/** Written as JSON text, read as the value. */
type Json = ColumnType<unknown, string, string>;
type NullableJson = ColumnType<unknown, string | null, string | null>;

export interface Tables {
  meta: { key: string; value: Json };
  enrolled: { id: string; role: string; certificate: string; fingerprint: string; address: string | null };
  datasets: { name: string; definition: Json };
  projects: {
    digest: string;
    manifest: Json;
    signatures: Json;
    state: string;
    reason: string | null;
    runs_used: Generated<number>;
    created_at: string;
  };
  jobs: {
    id: string;
    project: string;
    recipe: Json;
    state: string;
    error: NullableJson;
    progress: NullableJson;
    attempt: Generated<number>;
    created_at: string;
    finished_at: string | null;
  };
  /** One row a part, 0, 1, 2 ... */
  artefacts: { job: string; stage: string; attempt: number; name: string; part: number; bytes: Uint8Array };
  material: { session: string; peer: string; protocol: string; mark: number };
  /** Manifests of models; at the coordinator. */
  models: { id: string; document: Json; created_at: string };
  /** Files of applicants to score; at the label party. */
  batches: { id: string; document: Json; created_at: string };
  /** Dealt material that waits for its use, a row a batch; the material itself lies in files beside. Never backed up. */
  pool: {
    id: string;
    project: string;
    peer: string;
    role: string;
    helper: string;
    slots: number;
    features: number;
    columns: number;
    bytes: number;
    state: string;
    made_at: string;
  };
  /** `details` is canonical JSON text: it is hashed as it stands. */
  audit: { seq: number; at: string; event: string; details: string; previous: string; hash: string };
}
