/**
 * The part of ONNX's wire format that a tree ensemble needs (onnx/onnx.proto, IR version 8): messages, field numbers, and an
 * encoder made from them by protobufjs.
 */
import protobuf from 'protobufjs';

const optional = (id: number, type: string): { id: number; type: string } => ({ id, type });
const repeated = (id: number, type: string): { id: number; type: string; rule: string } => ({
  id,
  type,
  rule: 'repeated',
});

const root = protobuf.Root.fromJSON({
  nested: {
    ModelProto: {
      fields: {
        irVersion: optional(1, 'int64'),
        producerName: optional(2, 'string'),
        graph: optional(7, 'GraphProto'),
        opsetImport: repeated(8, 'OperatorSetIdProto'),
        metadataProps: repeated(14, 'StringStringEntryProto'),
      },
    },
    OperatorSetIdProto: { fields: { domain: optional(1, 'string'), version: optional(2, 'int64') } },
    StringStringEntryProto: { fields: { key: optional(1, 'string'), value: optional(2, 'string') } },
    GraphProto: {
      fields: {
        node: repeated(1, 'NodeProto'),
        name: optional(2, 'string'),
        input: repeated(11, 'ValueInfoProto'),
        output: repeated(12, 'ValueInfoProto'),
      },
    },
    NodeProto: {
      fields: {
        input: repeated(1, 'string'),
        output: repeated(2, 'string'),
        name: optional(3, 'string'),
        opType: optional(4, 'string'),
        attribute: repeated(5, 'AttributeProto'),
        domain: optional(7, 'string'),
      },
    },
    AttributeProto: {
      fields: {
        name: optional(1, 'string'),
        i: optional(3, 'int64'),
        s: optional(4, 'bytes'),
        t: optional(5, 'TensorProto'),
        ints: { ...repeated(8, 'int64'), options: { packed: true } },
        strings: repeated(9, 'bytes'),
        type: optional(20, 'int32'),
      },
    },
    TensorProto: {
      fields: {
        dims: { ...repeated(1, 'int64'), options: { packed: true } },
        dataType: optional(2, 'int32'),
        name: optional(8, 'string'),
        rawData: optional(9, 'bytes'),
      },
    },
    ValueInfoProto: { fields: { name: optional(1, 'string'), type: optional(2, 'TypeProto') } },
    TypeProto: { fields: { tensorType: optional(1, 'TensorType') } },
    TensorType: { fields: { elemType: optional(1, 'int32'), shape: optional(2, 'TensorShapeProto') } },
    TensorShapeProto: { fields: { dim: repeated(1, 'Dimension') } },
    Dimension: { fields: { dimValue: optional(1, 'int64'), dimParam: optional(2, 'string') } },
  },
});
const modelType = root.lookupType('ModelProto');

/** TensorProto.DataType. */
export const FLOAT = 1;
export const DOUBLE = 11;

export interface OnnxAttribute {
  readonly name: string;
  /** AttributeProto.AttributeType, which readers insist on. */
  readonly type: number;
  readonly i?: number;
  readonly s?: Uint8Array;
  readonly t?: {
    readonly dims: readonly number[];
    readonly dataType: number;
    readonly name: string;
    readonly rawData: Uint8Array;
  };
  readonly ints?: readonly number[];
  readonly strings?: readonly Uint8Array[];
}

export interface OnnxNode {
  readonly opType: string;
  readonly domain: string;
  readonly name: string;
  readonly input: readonly string[];
  readonly output: readonly string[];
  readonly attribute: readonly OnnxAttribute[];
}

export interface OnnxValue {
  readonly name: string;
  readonly type: {
    readonly tensorType: {
      readonly elemType: number;
      readonly shape: { readonly dim: readonly { readonly dimValue?: number; readonly dimParam?: string }[] };
    };
  };
}

export interface OnnxModel {
  readonly irVersion: number;
  readonly producerName: string;
  readonly opsetImport: readonly { readonly domain: string; readonly version: number }[];
  readonly metadataProps: readonly { readonly key: string; readonly value: string }[];
  readonly graph: {
    readonly name: string;
    readonly node: readonly OnnxNode[];
    readonly input: readonly OnnxValue[];
    readonly output: readonly OnnxValue[];
  };
}

export const encodeOnnx = (model: OnnxModel): Uint8Array => modelType.encode(modelType.fromObject(model)).finish();

export const intAttribute = (name: string, i: number): OnnxAttribute => ({ name, type: 2, i });
export const textAttribute = (name: string, text: string): OnnxAttribute => ({ name, type: 3, s: Buffer.from(text) });
export const intsAttribute = (name: string, ints: readonly number[]): OnnxAttribute => ({ name, type: 7, ints });
export const textsAttribute = (name: string, texts: readonly string[]): OnnxAttribute => ({
  name,
  type: 8,
  strings: texts.map((text) => Buffer.from(text)),
});
export const doublesAttribute = (name: string, values: readonly number[]): OnnxAttribute => {
  const rawData = new DataView(new ArrayBuffer(8 * values.length));
  values.forEach((value, i) => rawData.setFloat64(8 * i, value, true));
  const t = { dims: [values.length], dataType: DOUBLE, name, rawData: new Uint8Array(rawData.buffer) };
  return { name, type: 4, t };
};

/** @param columns of [rows x columns]. */
export const matrixOf = (name: string, elemType: number, columns: number): OnnxValue => ({
  name,
  type: { tensorType: { elemType, shape: { dim: [{ dimParam: 'rows' }, { dimValue: columns }] } } },
});
