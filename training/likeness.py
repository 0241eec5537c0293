"""The map from what the encoder holds of a short text to its direction of meaning.

Training for evidence draws the encoder away from likeness of meaning, which clarifying questions are understood by. Its
middle layer and its last still hold what the whole of e5-small says of a text: a ridge regression finds it, over every
phrasing and answer of the bank's facts. From there the map learns which phrasings ask for the same fact of a question
and which for another one of it. `export.py` calls this.
"""

import random

import numpy as np
import torch
from tokenizers import Tokenizer
from transformers import AutoModel

from sparring.bank import Bank
from sparring.domain.round import Round
from sparring.listening.model.encoder import Encoder

WIDTH, RIDGE, AT_ONCE = 192, 0.00003, 64

STEPS, RATE, SHARP, DROPPED = 3000, 2e-4, 15.0, 0.1
"""How the map learns: one question a step; how sharply the likeness of two texts counts at first; dropout."""

KEPT = 0.2
"""What it costs the map to leave where it began, as a share of its size, squared."""


def by_question():
    """For every question of the bank with facts to tell apart: its facts' texts, each fact's phrasings and answer."""
    bank = Bank()
    facts = [getattr(bank.question(q), "facts", ()) for r in Round for q in bank.questions(r)]
    return [[(*fact.asked_as, fact.says) for fact in each] for each in facts if len(each) > 1]


def texts(questions):
    """Every phrasing and every answer, the shortest first."""
    return sorted({text for facts in questions for fact in facts for text in fact}, key=lambda x: (len(x), x))


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


def sharpened(start, questions, own):
    """A map under which the texts of a fact lie nearer to one another than to those of the question's other facts.

    `own` gives the centred numbers of a text; for each text the loss is the cross-entropy of its fact, by the sum over
    the other texts of each.
    """
    torch.manual_seed(0)
    rng = random.Random(0)
    placed = [
        (
            torch.tensor(np.stack([own[text] for fact in facts for text in fact]), dtype=torch.float32),
            torch.tensor([k for k, fact in enumerate(facts) for _ in fact]),
        )
        for facts in questions
    ]
    start = torch.tensor(start, dtype=torch.float32)
    onto, sharp = torch.nn.Parameter(start.clone()), torch.nn.Parameter(torch.tensor(float(np.log(SHARP))))
    optimizer = torch.optim.Adam([{"params": [onto], "lr": RATE}, {"params": [sharp], "lr": 0.01}])
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda k: max(0.02, 1 - k / STEPS))
    for _ in range(STEPS):
        held, fact = rng.choice(placed)
        at = torch.nn.functional.normalize(torch.nn.functional.dropout(held, DROPPED) @ onto, dim=1)
        alike = (at @ at.T * sharp.exp()).fill_diagonal_(-1e4)
        of = torch.nn.functional.one_hot(fact).bool()
        of_fact = torch.stack([alike.masked_fill(~column, -1e4).logsumexp(1) for column in of.T], 1)
        left = ((onto - start).norm() / start.norm()) ** 2
        loss = torch.nn.functional.cross_entropy(of_fact, fact) + KEPT * left
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        schedule.step()
    return onto.detach().numpy()


def likeness(teacher, folder):
    """(`place_mean`, (768,); `place_map`, (768, 192)) for the encoder in a folder."""
    questions = by_question()
    said = texts(questions)
    encoder = Encoder(folder)
    own = np.stack([encoder.held(text) for text in said]).astype(np.float64)
    wanted = meant(teacher, said)
    wanted = wanted - wanted.mean(0)
    narrow = wanted @ np.linalg.svd(wanted, full_matrices=False)[2][:WIDTH].T
    centre = own.mean(0)
    x = own - centre
    found = np.linalg.solve(x.T @ x + RIDGE * len(said) * np.eye(x.shape[1]), x.T @ narrow)
    found = sharpened(found, questions, dict(zip(said, x, strict=True)))
    return {"place_mean": centre.astype(np.float32), "place_map": found.astype(np.float16)}
