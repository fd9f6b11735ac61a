/**
 * How a node refuses a coordinator. Whatever a job asks for is held against the manifest that this node's owner signed;
 * the coordinator's word counts for nothing.
 */
import { NodeError, type NodeErrorCode } from '../errors/node-error.ts';
import { helperOf, partyOf, type Join, type Manifest, type ManifestParty, type Profile } from './manifest.ts';
import { policyExcess, type Policy } from './policy.ts';
import { verifySignedManifest, type SignedManifest } from './signing.ts';

export interface JobRequest {
  /** This node. */
  readonly party: string;
  readonly ownFingerprint: string;
  readonly profile: Profile;
  readonly model: string;
  /** Columns to be used, by party; every party of the manifest is named, if with none. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
  /** Column of the label party that train and test are divided by, if by one. */
  readonly split?: string | undefined;
  readonly policy: Policy;
  readonly join: Join;
  /** Who is to deal randomness; undefined in `blind`. */
  readonly helper: string | undefined;
}

function refuse(code: NodeErrorCode, message: string, params: Readonly<Record<string, string | number>> = {}): never {
  throw new NodeError(code, message, { params });
}

function checkSelf(manifest: Manifest, request: JobRequest): void {
  const self = partyOf(manifest, request.party);
  if (self === undefined) {
    refuse('party-not-allowed', `${request.party} is not a party of ${manifest.project}`, { party: request.party });
  }
  if (self.fingerprint !== request.ownFingerprint) {
    refuse('fingerprint-mismatch', `the manifest names another key for ${request.party}`, { party: request.party });
  }
}

function checkTerm(manifest: Manifest, now: Date, runsUsed: number): void {
  if (now.getTime() >= Date.parse(manifest.expires)) {
    refuse('manifest-expired', `the manifest of ${manifest.project} expired at ${manifest.expires}`, {
      expires: manifest.expires,
    });
  }
  if (runsUsed >= manifest.runs) {
    refuse('runs-exhausted', `all ${manifest.runs} runs of ${manifest.project} are used`, { runs: manifest.runs });
  }
}

/** The same parties as signed, none fewer: masks between three parties hide nothing between two. */
function checkParties(manifest: Manifest, request: JobRequest): void {
  const missing = manifest.parties.find((party) => !Object.hasOwn(request.columns, party.id));
  if (missing !== undefined) {
    refuse('party-not-allowed', `the job leaves out ${missing.id}, a party of the manifest`, { party: missing.id });
  }
  const stranger = Object.keys(request.columns).find((id) => partyOf(manifest, id) === undefined);
  if (stranger !== undefined) {
    refuse('party-not-allowed', `the job names ${stranger}, which is not a party of the manifest`, { party: stranger });
  }
}

function checkColumns(party: ManifestParty, columns: readonly string[]): void {
  const signed = new Set(party.dataset.columns.map((column) => column.name));
  const outside = columns.filter((column) => !signed.has(column));
  if (outside.length > 0) {
    refuse(
      'column-not-allowed',
      `the manifest does not allow ${outside.length} columns of ${party.id}, the first being ${outside[0]}`,
      {
        party: party.id,
        columns: outside.length,
        first: outside[0] ?? '',
      },
    );
  }
}

/** Every other party sees on which side of the recipe's limit each common row lies: only of the column signed for it. */
function checkSplit(manifest: Manifest, { split }: JobRequest): void {
  const label = manifest.parties.find(({ role }) => role === 'label');
  if (split === undefined || label === undefined || label.dataset.split === split) return;
  refuse('column-not-allowed', `the manifest does not allow splitting the rows by a column ${split} of ${label.id}`, {
    party: label.id,
    columns: 1,
    first: split,
  });
}

/** A join is no matter of degree: `inner` and `left` tell the parties different things. */
function checkTerms(manifest: Manifest, request: JobRequest): void {
  if (request.profile !== manifest.profile) {
    refuse('profile-not-allowed', `the manifest allows the ${manifest.profile} profile, not ${request.profile}`, {
      signed: manifest.profile,
      asked: request.profile,
    });
  }
  const helper = helperOf(manifest)?.id;
  if (request.helper !== helper) {
    refuse(
      'party-not-allowed',
      `the job names ${request.helper ?? 'no helper'} as helper; the manifest names ${helper ?? 'none'}`,
      {
        party: request.helper ?? '',
      },
    );
  }
  if (!manifest.models.includes(request.model)) {
    refuse('model-not-allowed', `the manifest does not allow the model kind ${request.model}`, {
      model: request.model,
    });
  }
  const knobs: readonly string[] = [
    ...policyExcess(manifest.policy, request.policy),
    ...(request.join === manifest.join ? [] : ['join']),
  ];
  if (knobs.length > 0) {
    refuse('policy-not-allowed', `the job asks for more than the manifest's policy in ${knobs.join(', ')}`, {
      knobs: knobs.join(', '),
    });
  }
}

/**
 * Throws unless every owner signed a manifest that allows this job. `runsUsed` counts earlier runs under it here.
 * @returns the checked manifest.
 * @throws NodeError `manifest-invalid`, `manifest-unsigned`, `manifest-tampered`, `manifest-expired`, `runs-exhausted`,
 * `fingerprint-mismatch`, `party-not-allowed`, `profile-not-allowed`, `model-not-allowed`, `column-not-allowed`,
 * `policy-not-allowed`.
 */
export function authoriseJob(
  signed: { readonly manifest: unknown; readonly signatures: unknown },
  request: JobRequest,
  now: Date,
  runsUsed: number,
): SignedManifest {
  const checked = verifySignedManifest(signed);
  const { manifest } = checked;
  checkSelf(manifest, request);
  checkTerm(manifest, now, runsUsed);
  checkParties(manifest, request);
  checkTerms(manifest, request);
  checkSplit(manifest, request);
  for (const party of manifest.parties) checkColumns(party, request.columns[party.id] ?? []);
  return checked;
}
