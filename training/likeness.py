"""The map from what the encoder holds of a short text to its direction of meaning.

Training for evidence draws the encoder away from likeness of meaning, which clarifying questions are understood by. Its
middle layer and its last still hold what the whole of e5-small says of a text: a ridge regression finds it, over every
phrasing and answer of the bank's facts. `export.py` calls this.
"""

import numpy as np
import torch
from tokenizers import Tokenizer
from transformers import AutoModel

from sparring.bank import Bank
from sparring.domain.round import Round
from sparring.listening.model.encoder import Encoder

WIDTH, RIDGE, AT_ONCE = 192, 0.00003, 64


def texts():
    """Every phrasing and every answer of a fact in the bank, the shortest first."""
    bank = Bank()
    facts = [f for r in Round for q in bank.questions(r) for f in getattr(bank.question(q), "facts", ())]
    return sorted({text for fact in facts for text in (*fact.asked_as, fact.says)}, key=lambda x: (len(x), x))


@torch.no_grad()
def meant(teacher, said):
    """Directions by e5-small as its authors use it: prefix, mean over all tokens; (texts, 384)."""
    model = AutoModel.from_pretrained(teacher, add_pooling_layer=False).eval()
    tokenizer = Tokenizer.from_file(str(teacher / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.enable_padding()
    found = []
    for first in range(0, len(said), AT_ONCE):
        batch = tokenizer.encode_batch([f"query: {text}" for text in said[first : first + AT_ONCE]])
        mask = torch.tensor([x.attention_mask for x in batch])
        hidden = model(torch.tensor([x.ids for x in batch]), mask).last_hidden_state
        mean = (hidden * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        found.append(torch.nn.functional.normalize(mean, dim=1).numpy())
    return np.concatenate(found)


def likeness(teacher, folder):
    """(`place_mean`, (768,); `place_map`, (768, 192)) for the encoder in a folder."""
    said = texts()
    encoder = Encoder(folder)
    own = np.stack([encoder.held(text) for text in said]).astype(np.float64)
    wanted = meant(teacher, said)
    wanted = wanted - wanted.mean(0)
    narrow = wanted @ np.linalg.svd(wanted, full_matrices=False)[2][:WIDTH].T
    centre = own.mean(0)
    x = own - centre
    found = np.linalg.solve(x.T @ x + RIDGE * len(said) * np.eye(x.shape[1]), x.T @ narrow)
    return {"place_mean": centre.astype(np.float32), "place_map": found.astype(np.float16)}
