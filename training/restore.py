"""Turns shipped weights back into the file that training goes on from.

    python training/restore.py BASE_MODEL OUT.safetensors [--weights FOLDER]

BASE_MODEL is the folder that base.py writes. The matrices of the encoder come back as int8 left them, of 7 bits a
weight and channel; word embeddings and the lowest layers, which training leaves as they are, come from the base.
`train.py --start` takes the file: nothing but what ships is needed to train on.
"""

import argparse
from pathlib import Path

import numpy as np
import onnx
import torch
from safetensors.torch import load_file, save_file

from sparring.listening.model.readout import ARRAYS
from sparring.listening.model.signal_model import WEIGHTS
from train import LOWEST

_QUANTIZED = "_quantized"


def trained(path):
    """By PyTorch's names, the arrays of the ONNX encoder: matrices scaled back, biases and norms as they are."""
    graph = onnx.load(path).graph
    arrays = {x.name: onnx.numpy_helper.to_array(x) for x in graph.initializer}
    found = {name: value for name, value in arrays.items() if name.startswith("encoder.") and value.dtype == np.float32}
    for node in graph.node:
        if node.op_type == "MatMulInteger" and node.input[1] in arrays:
            name = node.input[1].removesuffix(_QUANTIZED)
            scale, zero = arrays[f"{name}_scale"], arrays[f"{name}_zero_point"].astype(np.float32)
            matrix = (arrays[node.input[1]].astype(np.float32) - zero) * scale
            module = node.output[0].split("/MatMul")[0].removeprefix("/").replace("/", ".")
            found[f"{module}.weight"] = np.ascontiguousarray(matrix.T)
    return found


def frozen(name):
    """Whether training leaves an array of the encoder as it is."""
    return ".layer." not in name or int(name.split(".")[3]) < LOWEST


def main():
    """Reads the arguments and writes the file."""
    arg = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arg.add_argument("base", type=Path)
    arg.add_argument("out", type=Path)
    arg.add_argument("--weights", type=Path, default=WEIGHTS)
    a = arg.parse_args()
    shipped = trained(a.weights / "encoder.onnx")
    state = {f"encoder.{name}": value for name, value in load_file(a.base / "model.safetensors").items()}
    for name in [x for x in state if not frozen(x)]:
        if shipped[name].shape != tuple(state[name].shape):
            raise SystemExit(f"{name} is {shipped[name].shape} in {a.weights}, {tuple(state[name].shape)} in {a.base}")
        state[name] = torch.from_numpy(shipped[name].copy())
    with np.load(a.weights / "heads.npz") as heads:
        state |= {name: torch.from_numpy(heads[name].copy()) for name in ARRAYS}
    save_file({name: value.float().contiguous() for name, value in state.items()}, a.out)


if __name__ == "__main__":
    main()
