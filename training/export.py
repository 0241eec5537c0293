"""Exports trained weights to what the program ships: int8 ONNX encoder, heads, tokenizer and model card.

    python training/export.py WEIGHTS BASE_MODEL OUT CORPUS... --name NAME --recipe TEXT
                                                            --teacher FOLDER [--without REGEX]

WEIGHTS is the safetensors file that train.py writes; BASE_MODEL the folder that base.py writes (config, tokenizer);
OUT the folder `src/sparring/listening/model/weights`; each CORPUS one that the weights were trained on, or those that
they were started from, for the card, but for sessions whose id --without matches; RECIPE how, in a sentence; the
teacher is the folder that `base.py --layers 12` writes (see likeness.py).
"""

import argparse
import hashlib
import json
import re
import tempfile
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from safetensors.torch import load_file
from torch import nn
from transformers import AutoConfig, AutoModel

from likeness import likeness
from sparring.listening.model.card import fingerprint
from sparring.listening.model.readout import ARRAYS
from sparring.listening.model.windows import STRIDE, WINDOW

MIDDLE = 6
"""The layer beside the last one that likeness of meaning is read from."""


class TokenEncoder(nn.Module):
    """The encoder with two vectors for each token as its output: of the last layer, and of one in the middle."""

    def __init__(self, encoder):
        super().__init__()
        self.encoder = encoder

    def forward(self, input_ids, token_type_ids):
        """Twice vectors (batch, tokens, 384). Layer by layer, since the whole would add a mask where nothing is padded:
        a fifteenth of the time."""
        layers = self.encoder.encoder.layer
        hidden = self.encoder.embeddings(input_ids=input_ids, token_type_ids=token_type_ids)
        for layer in layers[:MIDDLE]:
            hidden = layer(hidden)
        middle = hidden
        for layer in layers[MIDDLE:]:
            hidden = layer(hidden)
        return hidden, middle


def load_encoder(weights, base):
    """The trained encoder in fp32, without its unused pooler."""
    config = AutoConfig.from_pretrained(base)
    encoder = AutoModel.from_config(config, attn_implementation="eager", add_pooling_layer=False).float()
    state = {k.removeprefix("encoder."): v.float() for k, v in weights.items() if k.startswith("encoder.")}
    missing, _ = encoder.load_state_dict(state, strict=False)
    missing = [name for name in missing if not name.endswith(("position_ids", "token_type_ids"))]
    if missing:
        raise SystemExit(f"weights lack {missing}")
    return encoder.eval()


def export_encoder(encoder, path):
    """Writes the int8 encoder. Weights use 7 bits, so that processors with and without VNNI agree."""
    with tempfile.TemporaryDirectory() as folder:
        full, ready = Path(folder) / "full.onnx", Path(folder) / "ready.onnx"
        ids = torch.randint(1000, 20000, (1, 40))
        types = (torch.arange(40) > 25).long().unsqueeze(0)
        axes = {0: "batch", 1: "tokens"}
        torch.onnx.export(
            TokenEncoder(encoder),
            (ids, types),
            full,
            input_names=["input_ids", "token_type_ids"],
            output_names=["vectors", "middle"],
            dynamic_axes={"input_ids": axes, "token_type_ids": axes, "vectors": axes, "middle": axes},
            opset_version=17,
            dynamo=False,
        )
        quant_pre_process(full, ready, skip_symbolic_shape=True)
        quantize_dynamic(ready, path, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)


def write_tokenizer(base, path):
    """The tokenizer with neither padding nor a length of its own."""
    tokenizer = json.loads((Path(base) / "tokenizer.json").read_text(encoding="utf-8"))
    tokenizer["truncation"] = tokenizer["padding"] = None
    path.write_text(json.dumps(tokenizer, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def fingerprints(corpus, without):
    """One fingerprint a session of the corpus that was trained on."""
    found = []
    for session in map(json.loads, (corpus / "sessions.jsonl").read_text(encoding="utf-8").rstrip("\n").split("\n")):
        if without and without.search(session["id"]):
            continue
        first = next((t["text"] for t in session["turns"] if t["speaker"] == "candidate"), "")
        found.append(fingerprint(session["id"], first))
    return found


def main():
    """Reads the arguments and writes the four files."""
    arg = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arg.add_argument("weights", type=Path)
    arg.add_argument("base", type=Path)
    arg.add_argument("out", type=Path)
    arg.add_argument("corpus", type=Path, nargs="+")
    arg.add_argument("--name", required=True)
    arg.add_argument("--recipe", required=True)
    arg.add_argument("--without", type=re.compile)
    arg.add_argument("--teacher", type=Path, required=True)
    a = arg.parse_args()
    a.out.mkdir(parents=True, exist_ok=True)
    weights = load_file(a.weights)
    encoder = load_encoder(weights, a.base)
    export_encoder(encoder, a.out / "encoder.onnx")
    heads = {name: weights[name].float().numpy() for name in ARRAYS}
    write_tokenizer(a.base, a.out / "tokenizer.json")
    np.savez(a.out / "heads.npz", **heads, **likeness(a.teacher, a.out))
    files = {
        n: hashlib.sha256((a.out / n).read_bytes()).hexdigest() for n in ("encoder.onnx", "heads.npz", "tokenizer.json")
    }
    seen = sorted({x for corpus in a.corpus for x in fingerprints(corpus, a.without)})
    card = {
        "name": a.name,
        "recipe": a.recipe,
        "base": f"intfloat/e5-small (MIT), its lowest {encoder.config.num_hidden_layers} layers",
        "source_sha256": hashlib.sha256(a.weights.read_bytes()).hexdigest(),
        "window": WINDOW,
        "stride": STRIDE,
        "files": files,
        "trained_on": {"sessions": len(seen), "fingerprints": seen},
    }
    (a.out / "card.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
