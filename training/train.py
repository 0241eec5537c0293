"""Trains the signal model on labelled corpora.

    python training/train.py BASE_MODEL OUT CORPUS... [--without REGEX] [--epochs 5.4] [--rate 9e-5] [--seed 0]
                             [--soft READINGS] [--start WEIGHTS] [--folds K [--fold N]] [--read CORPUS] [--fp32]

BASE_MODEL is the folder that base.py writes; a CORPUS holds sessions.jsonl and labels.jsonl, and second.jsonl or
again.jsonl where some were rated twice: the target is then the mean of what both said. Quotes of judged.jsonl, which
no rater cited, are a target by what a judge said of each: what is right weighs nearly as much as what was cited, what
is wrong three times as much as what nobody looked at. Pairs of alike.tsv are learned from together.

Without --folds, trains on every session whose id the --without does not match, and writes OUT/rater.safetensors, which
export.py turns into what the program ships. With --folds, trains K times on K-1 parts and writes OUT/readings.jsonl:
what each model read in the part it had not seen, for `sparring bench --readings`. --read writes the same file for a
corpus of which nothing was trained on. --soft mixes into the labels what earlier weights read in the same sessions
(read.py); --start goes on from earlier weights, restore.py makes it from those that ship.

Windows of dialogue are encoded and pooled per sentence of the candidate; one logit per round, signal and polarity says
whether the sentence is evidence; per rating an attention over all sentences is pooled into ordinal logits. Every epoch
sees the sessions a little altered (augment.py). What is kept is the moving average of the weights.
"""

import argparse
import json
import random
import re
import time
from itertools import count, islice
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
import torch.nn.functional as F
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer
from torch import nn
from transformers import AutoModel

from augment import augmented
from labels import Judged, read_judged, read_labels
from sparring.assessment.corpus import Label
from sparring.domain.evidence import Polarity
from sparring.domain.transcript import Transcript
from sparring.listening.model.heads import ALTITUDE, EVIDENCE_HEADS, RATING_HEADS, VERDICT
from sparring.listening.model.windows import STRIDE, WINDOW, windows

WIDTH = 384
DEVICE = "cuda" if torch.cuda.is_available() else "cpu"
WHOLES = (VERDICT, ALTITUDE)
AVERAGED = 0.995
"""How much of the moving average stays at each step."""

RANKED = 0.15
"""What the two ranking losses of evidence weigh."""

SOFT = 0.15
"""Share of a sentence's target that earlier weights set, where they are given; of a rating's half as much."""

TOGETHER = 4
"""Every so many steps both sessions of a pair that look alike are learned from: what they differ in is what counts."""

HEADS, HEADS_AGAIN = 10, 6
"""How many times faster than the encoder its heads learn: from nothing, and from earlier weights."""

LOWEST = 2
"""Layers that stay as they are, and the word embeddings with them."""

RIGHT, ARGUABLE, WRONG = 0.8, 0.3, 3.0
"""The target of a quote that nobody cited and a judge called right, or arguable; what one called wrong weighs."""

DECAY = 0.95
"""How much slower a layer learns than the one above it."""


class Rated(NamedTuple):
    """A session and what each of its raters said."""

    transcript: Transcript
    labels: tuple[Label, ...]
    judged: tuple[Judged, ...] = ()


class Example:
    """One session as tensors; of several raters, the mean.

    `stride` is that of its windows: in training they do not overlap, which costs a third less and reads each sentence
    now at the edge of a window, now in its middle.
    """

    def __init__(self, labels, transcript, spans, tokenizer, *, stride=STRIDE, soft=None):
        self.id, self.round = transcript.id, transcript.round
        ends = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")
        cut = windows(transcript, tokenizer, *ends, stride=stride)
        self.spans = [(x.turn, x.start, x.end) for x in cut.sentences]
        longest = max(len(x.ids) for x in cut.windows)
        self.tokens = {
            "input_ids": _rows([x.ids for x in cut.windows], longest),
            "token_type_ids": _rows([x.own for x in cut.windows], longest),
            "attention_mask": _rows([[1] * len(x.ids) for x in cut.windows], longest),
        }
        self.window = torch.tensor([x.window for x in cut.sentences], device=DEVICE)
        pool = torch.zeros(len(cut.sentences), len(cut.windows), longest)
        for row, x in enumerate(cut.sentences):
            pool[row, x.window, x.first : x.last] = 1 / (x.last - x.first)
        self.pool = pool.view(len(cut.sentences), -1).to(DEVICE)
        own = [x for x in spans if x[3][0] < len(labels)]
        self.cited = torch.tensor(self._targets(own, len(labels)), device=DEVICE)
        self.evidence = self.cited
        self.weight = torch.ones_like(self.cited)
        self.mask = torch.tensor([head[0] is self.round for head in EVIDENCE_HEADS], device=DEVICE)
        said = [{**x.ratings, VERDICT: x.verdict.rank, ALTITUDE: x.altitude.rank} for x in labels]
        self.ratings = {}
        for head in RATING_HEADS:
            values = [x[head[1]] for x in said if x[head[1]]] if head[0] is self.round else []
            if values:
                above = [[float(value > cut) for cut in (1, 2, 3)] for value in values]
                self.ratings[head] = torch.tensor(above, device=DEVICE).mean(0)
        self.above = None
        if soft is not None:
            self._soften(transcript, soft)
        self._heed([(span, span[3][0] - len(labels)) for span in spans if span[3][0] >= len(labels)])

    def _heed(self, judged):
        """Puts what judges said in place of what nobody cited; `judged` are spans with their scores."""
        self.evidence, self.cited = self.evidence.clone(), self.cited.clone()
        for (of, x, y, (_, column)), score in sorted(judged, key=lambda pair: pair[1]):
            for row, (turn, a, b) in enumerate(self.spans):
                if not _same(of, x, y, turn, a, b):
                    continue
                if score == 2:
                    self.evidence[row, column] = max(float(self.evidence[row, column]), RIGHT)
                    self.cited[row, column] = max(float(self.cited[row, column]), 0.5)
                elif score == 1:
                    self.evidence[row, column] = max(float(self.cited[row, column]), ARGUABLE)
                elif not self.cited[row, column]:
                    self.evidence[row, column], self.weight[row, column] = 0.0, WRONG

    def _soften(self, transcript, soft):
        """Mixes in what earlier weights said of the same sentences, and of the session."""
        said, above = soft
        text = {turn.i: turn.text for turn in transcript.turns}
        rows = [said.get(sentence_key(turn, text[turn][a:b])) for turn, a, b in self.spans]
        known = [i for i, row in enumerate(rows) if row is not None]
        self.evidence = self.cited.clone()
        if known:
            heard = torch.tensor(np.stack([rows[i] for i in known]), device=DEVICE)
            self.evidence[known] = (1 - SOFT) * self.cited[known] + SOFT * heard
        self.above = torch.sigmoid(torch.tensor(above, device=DEVICE))

    def _targets(self, spans, raters):
        """The share of raters who cited a quote that shares at least half of the shorter one with a sentence."""
        targets = np.zeros((raters, len(self.spans), len(EVIDENCE_HEADS)), np.float32)
        for of, x, y, (rater, column) in spans:
            for row, (turn, a, b) in enumerate(self.spans):
                if _same(of, x, y, turn, a, b):
                    targets[rater, row, column] = 1
        return targets.sum(0) / max(raters, 1)


def _same(of, x, y, turn, a, b):
    """Whether a quote and a sentence share at least half of the shorter one."""
    overlap = min(b, y) - max(a, x) if turn == of else 0
    return overlap > 0 and (overlap >= 0.5 * (b - a) or overlap >= 0.5 * (y - x))


def sentence_key(turn, text):
    """What a sentence is known by, whether or not it kept its punctuation."""
    return turn, "".join(filter(str.isalnum, text))


def softened(path, sessions):
    """By session id, what earlier weights read: probabilities by sentence, and the ordinal logits of the ratings."""
    by_id = {x.transcript.id: x.transcript for x in sessions}
    found = {}
    for row in map(json.loads, path.read_text(encoding="utf-8").rstrip("\n").split("\n")):
        if row["id"] in by_id:
            text = {turn.i: turn.text for turn in by_id[row["id"]].turns}
            said = {
                sentence_key(turn, text[turn][a:b]): np.array(p, np.float32)
                for (turn, a, b), p in zip(row["spans"], row["evidence"], strict=True)
            }
            found[row["id"]] = said, row["ratings"]
    return found


def _rows(rows, longest):
    return torch.tensor([[*row, *[0] * (longest - len(row))] for row in rows], device=DEVICE)


class Rater(nn.Module):
    """The encoder with its heads; parameter names are those that export.py reads."""

    def __init__(self, base, *, half):
        super().__init__()
        self.half = half
        # Dropout of attention would forgo the fused kernel: the rest of dropout is there, at half the time.
        self.encoder = AutoModel.from_pretrained(
            base, add_pooling_layer=False, attention_probs_dropout_prob=0.0
        ).float()
        self.evidence = nn.Linear(2 * WIDTH, len(EVIDENCE_HEADS))
        self.attention = nn.Linear(2 * WIDTH, len(RATING_HEADS))
        self.value = nn.Linear(2 * WIDTH, 64)
        self.readout = nn.Parameter(torch.randn(len(RATING_HEADS), 66) * 0.02)
        self.cuts = nn.Parameter(torch.tensor([[1.5, 0.0, -1.5]]).repeat(len(RATING_HEADS), 1))
        self.dropout = nn.Dropout(0.2)

    def forward(self, example):
        """Evidence logits (sentence, head) and ordinal logits (rating, 3)."""
        with torch.autocast(DEVICE, torch.bfloat16, enabled=self.half):
            hidden = self.encoder(**example.tokens).last_hidden_state.float()
        mask = example.tokens["attention_mask"].unsqueeze(-1).float()
        around = ((hidden * mask).sum(1) / mask.sum(1))[example.window]
        own = example.pool @ hidden.reshape(-1, WIDTH)
        h = self.dropout(torch.cat([around, own], -1))
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


def ranking(logits, targets):
    """How far cited sentences are from the top of their head, and their heads from the top of the sentence.

    A rater cites a few sentences for a signal out of many that would do, and one signal of two that are close: what
    counts is the order. Cross-entropy of a softmax over sentences, and of one over heads, to all that was cited.
    """
    losses = []
    for scores, cited in ((logits, targets), (logits.T, targets.T)):
        some = cited.sum(0) > 0
        if some.any():
            share = cited[:, some] / cited[:, some].sum(0)
            losses.append(-(share * F.log_softmax(scores[:, some], 0)).sum(0).mean())
    return sum(losses)


def loss_of(model, example):
    """Evidence and rating losses of one session; verdict and altitude count three times."""
    evidence, rating = model(example)
    weight = torch.tensor(5.0, device=DEVICE)
    logits, targets = evidence[:, example.mask], example.evidence[:, example.mask]
    judged = example.weight[:, example.mask]
    loss = 4 * F.binary_cross_entropy_with_logits(logits, targets, weight=judged, pos_weight=weight)
    loss = loss + RANKED * ranking(logits, example.cited[:, example.mask])
    parts = []
    for head, above in example.ratings.items():
        row = RATING_HEADS.index(head)
        if example.above is not None:
            above = (1 - SOFT / 2) * above + SOFT / 2 * example.above[row]
        part = F.binary_cross_entropy_with_logits(rating[row], above)
        parts.append(part * (3 if head[1] in WHOLES else 1))
    return loss + torch.stack(parts).mean()


def prepared(a):
    """A model to train, from the base or from earlier weights, and its optimizer."""
    torch.manual_seed(a.seed)
    model = Rater(a.base, half=not a.fp32)
    if a.start:
        model.load_state_dict({k: v.float() for k, v in load_file(a.start).items()})
    layers = model.encoder.config.num_hidden_layers
    groups = []
    for name, parameter in model.named_parameters():
        head = not name.startswith("encoder.")
        layer = int(name.split(".")[3]) if name.startswith("encoder.encoder.layer.") else -1
        parameter.requires_grad = head or layer >= LOWEST
        if parameter.requires_grad:
            rate = a.rate * ((HEADS_AGAIN if a.start else HEADS) if head else DECAY ** (layers - 1 - layer))
            plain = not head and parameter.ndim == 1
            groups.append({"params": [parameter], "lr": rate, "weight_decay": 0.0 if plain else 0.02})
    model.to(DEVICE)
    return model, torch.optim.AdamW(groups)


def course(rated, alike, rng):
    """The sessions of every step, without end: one, or each fourth time both of a pair that look alike."""
    by_id = {x.transcript.id: x for x in rated}
    pairs = [(by_id[one], by_id[other]) for one, other in alike if one in by_id and other in by_id]
    paired = {x.transcript.id for pair in pairs for x in pair}
    single, singles, twos = [(x,) for x in rated if x.transcript.id not in paired], [], []
    for at in count():
        if pairs and (at % TOGETHER == 0 or not single):
            twos = twos or rng.sample(pairs, len(pairs))
            yield twos.pop()
        else:
            singles = singles or rng.sample(single, len(single))
            yield singles.pop()


def train(a, rated, soft, tokenizer):
    """A model trained on the sessions, by the steps of their course."""
    (model, optimizer), rng = prepared(a), random.Random(a.seed)
    alike = [pair for corpus in a.corpus for pair in looking_alike(corpus)]
    steps, began = round(a.epochs * len(rated)), time.time()
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda k: min(1, (k + 1) / 80) * max(0.02, 1 - k / steps))
    kept = {name: p.detach().clone() for name, p in model.named_parameters() if p.requires_grad}
    model.train()
    losses = []
    for at, together in enumerate(islice(course(rated, alike, rng), steps), 1):
        total = 0.0
        for session in together:
            known = soft.get(session.transcript.id)
            altered = augmented(session.transcript, (*session.labels, *session.judged), rng)
            example = Example(session.labels, *altered, tokenizer, stride=WINDOW, soft=known)
            loss = loss_of(model, example) / len(together)
            loss.backward()
            total += loss.item()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        optimizer.zero_grad()
        losses.append(total)
        # Over the last couple of hundred steps, not over the last few alone.
        with torch.no_grad():
            keep = min(AVERAGED, at / (at + 10))
            for name, p in model.named_parameters():
                if p.requires_grad:
                    kept[name].lerp_(p, 1 - keep)
        if at % 60 == 0:
            print(f"{at}/{steps} loss {np.mean(losses[-60:]):.3f} {time.time() - began:.0f} s", flush=True)
    model.load_state_dict({**model.state_dict(), **kept})
    return model.eval()


def looking_alike(corpus):
    """Ids of the pairs of a corpus whose sessions look alike and are not."""
    path = corpus / "alike.tsv"
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []


def sessions(corpus):
    """The sessions of a corpus with all that was said of each."""
    found, judged = {}, read_judged(corpus)
    for x in read_labels(corpus):
        found.setdefault(x.label.id, (x.transcript, []))[1].append(x.label)
    return [Rated(transcript, tuple(labels), judged.get(transcript.id, ())) for transcript, labels in found.values()]


@torch.no_grad()
def reading(model, transcript, tokenizer):
    """What a model reads in one session, as one line of readings.jsonl."""
    example = Example((), transcript, (), tokenizer)
    evidence, ratings = model(example)
    p = torch.sigmoid(evidence.float())
    rounded = [[round(x, 4) for x in row] for row in p.tolist()]
    return {"id": example.id, "spans": example.spans, "evidence": rounded, "ratings": ratings.float().tolist()}


def write_readings(path, model, rated, tokenizer):
    """Appends what a model reads in sessions it has not seen."""
    model.eval()
    with path.open("a", encoding="utf-8") as file:
        for session in rated:
            file.write(json.dumps(reading(model, session.transcript, tokenizer)) + "\n")


def cross_validate(a, rated, soft, tokenizer):
    """Trains once a fold and writes what each model read in the sessions it had not seen."""
    by_id = {x.transcript.id: x for x in rated}
    ids = sorted(by_id)
    random.Random(a.seed).shuffle(ids)
    readings = a.out / "readings.jsonl"
    if a.fold is None:
        readings.unlink(missing_ok=True)
    for fold in range(a.folds) if a.fold is None else [a.fold]:
        held = ids[fold :: a.folds]
        model = train(a, [x for x in rated if x.transcript.id not in held], soft, tokenizer)
        write_readings(readings, model, [by_id[x] for x in held], tokenizer)


def main():
    """Reads the arguments and trains."""
    arg = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arg.add_argument("base", type=Path)
    arg.add_argument("out", type=Path)
    arg.add_argument("corpus", type=Path, nargs="+")
    arg.add_argument("--without", type=re.compile)
    arg.add_argument("--epochs", type=float, default=5.4)
    arg.add_argument("--rate", type=float, default=9e-5)
    arg.add_argument("--seed", type=int, default=0)
    arg.add_argument("--soft", type=Path)
    arg.add_argument("--start", type=Path)
    arg.add_argument("--folds", type=int)
    arg.add_argument("--fold", type=int)
    arg.add_argument("--read", type=Path)
    arg.add_argument("--fp32", action="store_true", help="for processors without bfloat16, where it is slower")
    arg.add_argument("--limit", type=int, help="use only so many sessions, to try the set-up")
    a = arg.parse_args()
    if a.fold is not None and not a.folds:
        arg.error("--fold needs --folds: it says which of them to train")
    if a.folds and a.start:
        arg.error("--folds with --start would read sessions that the earlier weights have seen")
    a.out.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer.from_file(str(a.base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    rated = [x for corpus in a.corpus for x in sessions(corpus)]
    rated = [x for x in rated if not a.without or not a.without.search(x.transcript.id)][: a.limit]
    soft = softened(a.soft, rated) if a.soft else {}
    if a.folds:
        cross_validate(a, rated, soft, tokenizer)
        return
    model = train(a, rated, soft, tokenizer)
    state = {name: value.half().cpu().contiguous() for name, value in model.state_dict().items()}
    save_file(state, a.out / "rater.safetensors")
    if a.read:
        (a.out / "readings.jsonl").unlink(missing_ok=True)
        write_readings(a.out / "readings.jsonl", model, sessions(a.read), tokenizer)


if __name__ == "__main__":
    main()
