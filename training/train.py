"""Trains the signal model on a labelled corpus.

    python training/train.py CORPUS BASE_MODEL OUT [--epochs 10] [--seed 0] [--folds K] [--fold N]

CORPUS holds sessions.jsonl and labels.jsonl; BASE_MODEL is a folder with all-MiniLM-L6-v2. Without --folds, trains on
every session and writes OUT/rater.safetensors, which export.py turns into what the program ships. With --folds, trains
K times on K-1 parts and writes OUT/readings.jsonl: what each model read in the part it had not seen, for
`sparring bench --readings`.

Each sentence of a candidate is encoded with its context (segment A) and itself (segment B); one logit per round, signal
and polarity says whether it is evidence; per rating an attention over all sentences is pooled into ordinal logits.
"""

import argparse
import json
import random
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from safetensors.torch import save_file
from torch import nn
from transformers import AutoModel, AutoTokenizer

from sparring.assessment.corpus import read_corpus
from sparring.domain.evidence import Polarity
from sparring.listening.model.context import headings
from sparring.listening.model.heads import ALTITUDE, EVIDENCE_HEADS, RATING_HEADS, VERDICT

MAX_TOKENS = 320
WIDTH = 384
DEVICE = "cuda" if torch.cuda.is_available() else "cpu"
WHOLES = (VERDICT, ALTITUDE)


class Session:
    """One labelled session as tensors."""

    def __init__(self, labelled, tokenizer):
        self.id, self.round = labelled.transcript.id, labelled.transcript.round
        heard = list(headings(labelled.transcript))
        self.spans = [(x.turn, x.start, x.end) for x in heard]
        tokens = tokenizer(
            [x.context for x in heard],
            [x.sentence for x in heard],
            truncation="longest_first",
            max_length=MAX_TOKENS,
            padding=True,
            return_tensors="pt",
        )
        self.tokens = {k: v.to(DEVICE) for k, v in tokens.items()}
        self.evidence = torch.tensor(self._targets(labelled), device=DEVICE)
        self.mask = torch.tensor([head[0] is self.round for head in EVIDENCE_HEADS], device=DEVICE)
        label = labelled.label
        values = {**label.ratings, VERDICT: label.verdict.rank, ALTITUDE: label.altitude.rank}
        self.ratings = {head: values[head[1]] for head in RATING_HEADS if head[0] is self.round and values[head[1]]}

    def _targets(self, labelled):
        """1 where a cited quote and a sentence share at least half of the shorter one."""
        text = {turn.i: turn.text for turn in labelled.transcript.turns}
        targets = np.zeros((len(self.spans), len(EVIDENCE_HEADS)), np.float32)
        for cited in labelled.label.evidence:
            x = text[cited.turn].find(cited.quote)
            y = x + len(cited.quote)
            column = EVIDENCE_HEADS.index((self.round, cited.signal, cited.polarity))
            for row, (turn, a, b) in enumerate(self.spans):
                overlap = min(b, y) - max(a, x) if turn == cited.turn else 0
                if overlap > 0 and (overlap >= 0.5 * (b - a) or overlap >= 0.5 * (y - x)):
                    targets[row, column] = 1
        return targets


class Rater(nn.Module):
    """The encoder with its heads; parameter names are those that export.py reads."""

    def __init__(self, base):
        super().__init__()
        self.encoder = AutoModel.from_pretrained(base).float()
        self.evidence = nn.Linear(2 * WIDTH, len(EVIDENCE_HEADS))
        self.attention = nn.Linear(2 * WIDTH, len(RATING_HEADS))
        self.value = nn.Linear(2 * WIDTH, 64)
        self.readout = nn.Parameter(torch.randn(len(RATING_HEADS), 66) * 0.02)
        self.cuts = nn.Parameter(torch.tensor([[1.5, 0.0, -1.5]]).repeat(len(RATING_HEADS), 1))
        self.dropout = nn.Dropout(0.2)

    def forward(self, tokens):
        """Evidence logits (sentence, head) and ordinal logits (rating, 3)."""
        hidden = self.encoder(**tokens).last_hidden_state
        mask = tokens["attention_mask"].unsqueeze(-1).float()
        own = tokens["token_type_ids"].unsqueeze(-1).float() * mask
        means = [(hidden * mask).sum(1) / mask.sum(1), (hidden * own).sum(1) / own.sum(1).clamp(min=1)]
        h = self.dropout(torch.cat(means, -1))
        evidence = self.evidence(h)
        pooled = torch.einsum("ir,id->rd", torch.softmax(self.attention(h), 0), torch.tanh(self.value(h)))
        pooled = torch.cat([pooled, self._strength(torch.sigmoid(evidence))], 1)
        return evidence, (pooled * self.readout).sum(1, keepdim=True) + self.cuts

    def _strength(self, p):
        rows = []
        for round_, name in RATING_HEADS:
            for polarity in (Polarity.PLUS, Polarity.MINUS):
                columns = [
                    i
                    for i, head in enumerate(EVIDENCE_HEADS)
                    if head[0] is round_ and head[2] is polarity and name in (head[1], *WHOLES)
                ]
                rows.append(p[:, columns].topk(min(3, len(p)), 0).values.mean())
        return torch.stack(rows).view(len(RATING_HEADS), 2)


def loss_of(model, session):
    """Evidence and rating losses of one session; verdict and altitude count three times."""
    with torch.autocast(DEVICE, torch.bfloat16, enabled=DEVICE == "cuda"):
        evidence, rating = model(session.tokens)
    weight = torch.tensor(5.0, device=DEVICE)
    logits, targets = evidence.float()[:, session.mask], session.evidence[:, session.mask]
    loss = 4 * F.binary_cross_entropy_with_logits(logits, targets, pos_weight=weight)
    parts = []
    for head, value in session.ratings.items():
        above = torch.tensor([float(value > cut) for cut in (1, 2, 3)], device=DEVICE)
        part = F.binary_cross_entropy_with_logits(rating.float()[RATING_HEADS.index(head)], above)
        parts.append(part * (3 if head[1] in WHOLES else 1))
    return loss + torch.stack(parts).mean()


def train(base, sessions, epochs, seed, rate=6e-5):
    """A model trained on the sessions, one session a step."""
    torch.manual_seed(seed)
    order, shuffle = list(sessions), random.Random(seed)
    model = Rater(base).to(DEVICE)
    heads = [p for name, p in model.named_parameters() if not name.startswith("encoder.")]
    groups = [{"params": model.encoder.parameters(), "lr": rate}, {"params": heads, "lr": 1e-3}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.02)
    steps = epochs * len(order)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda k: min(1, (k + 1) / 60) * max(0, 1 - k / steps))
    for epoch in range(epochs):
        model.train()
        shuffle.shuffle(order)
        for session in order:
            loss_of(model, session).backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
        print(f"epoch {epoch + 1}/{epochs}", flush=True)
    return model.eval()


@torch.no_grad()
def reading(model, session):
    """What a model reads in one session, as one line of readings.jsonl."""
    evidence, ratings = model(session.tokens)
    p = torch.sigmoid(evidence.float())
    rounded = [[round(x, 4) for x in row] for row in p.tolist()]
    return {"id": session.id, "spans": session.spans, "evidence": rounded, "ratings": ratings.float().tolist()}


def cross_validate(a, sessions):
    """Trains once a fold and writes what each model read in the sessions it had not seen."""
    random.Random(a.seed).shuffle(sessions)
    folds = range(a.folds) if a.fold is None else [a.fold]
    with (a.out / "readings.jsonl").open("w", encoding="utf-8") as file:
        for fold in folds:
            model = train(a.base, [x for i, x in enumerate(sessions) if i % a.folds != fold], a.epochs, a.seed)
            for session in sessions[fold :: a.folds]:
                file.write(json.dumps(reading(model, session)) + "\n")


def main():
    """Reads the arguments and trains."""
    arg = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arg.add_argument("corpus", type=Path)
    arg.add_argument("base")
    arg.add_argument("out", type=Path)
    arg.add_argument("--epochs", type=int, default=10)
    arg.add_argument("--seed", type=int, default=0)
    arg.add_argument("--folds", type=int)
    arg.add_argument("--fold", type=int)
    arg.add_argument("--limit", type=int, help="use only so many sessions, to try the set-up")
    a = arg.parse_args()
    a.out.mkdir(parents=True, exist_ok=True)
    tokenizer = AutoTokenizer.from_pretrained(a.base)
    sessions = [Session(x, tokenizer) for x in read_corpus(a.corpus)[: a.limit]]
    if a.folds:
        cross_validate(a, sessions)
        return
    model = train(a.base, sessions, a.epochs, a.seed)
    state = {name: value.half().cpu().contiguous() for name, value in model.state_dict().items()}
    save_file(state, a.out / "rater.safetensors")


if __name__ == "__main__":
    main()
