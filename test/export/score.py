"""Scores rows with an exported forest in LightGBM and in ONNX Runtime, as somebody who got the two files would.

usage: score.py DIR    reads forest.txt, forest.onnx and rows.bin (little-endian doubles, [rows x columns]) there and writes
                       lightgbm.bin and onnx.bin: raw score and final output of every row, little-endian doubles [rows x 2].
"""
import sys
from pathlib import Path

import lightgbm
import numpy
import onnxruntime

folder = Path(sys.argv[1])
booster = lightgbm.Booster(model_file=str(folder / "forest.txt"))
rows = numpy.fromfile(folder / "rows.bin", dtype="<f8").reshape(-1, booster.num_feature())
raw = booster.predict(rows, raw_score=True)
numpy.stack([raw, booster.predict(rows)], axis=1).astype("<f8").tofile(folder / "lightgbm.bin")

session = onnxruntime.InferenceSession(str(folder / "forest.onnx"), providers=["CPUExecutionProvider"])
outputs = [session.run(None, {"columns": part}) for part in numpy.array_split(rows, 3) if len(part) > 0]
score = numpy.concatenate([output[0] for output in outputs])
final = numpy.concatenate([output[-1] for output in outputs])
numpy.concatenate([score, final], axis=1).astype("<f8").tofile(folder / "onnx.bin")

print(lightgbm.__version__, onnxruntime.__version__, " ".join(booster.feature_name()))
