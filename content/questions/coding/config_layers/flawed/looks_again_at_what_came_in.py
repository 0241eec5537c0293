import re


class ConfigError(Exception):
    def __init__(self, keys, reason):
        super().__init__(f"{' -> '.join(keys)}: {reason}")
        self.keys = list(keys)


PATTERN = re.compile(r"\$\$|\$\{([^}]*)\}")


def convert(text, kind):
    if kind is bool:
        lowered = text.strip().lower()
        if lowered in ("true", "yes", "on", "1"):
            return True
        if lowered in ("false", "no", "off", "0"):
            return False
        raise ValueError(text)
    return kind(text)


class Settings:
    def __init__(self, layers, types=None):
        self.types = types or {}
        self.cache = {}
        self.values = {}
        for name, values in layers:
            for key, raw in values.items():
                if raw is None:
                    self.values.pop(key, None)
                else:
                    self.values[key] = (name, raw)

    def get(self, key):
        text = self.resolve(key, [])
        kind = self.types.get(key, str)
        try:
            return convert(text, kind)
        except ValueError:
            raise ConfigError([key], "bad value")

    def explain(self, key):
        seen = []
        self.collect(key, seen)
        return seen

    def collect(self, key, seen):
        if any(key == entry[0] for entry in seen):
            return
        layer, raw = self.values.get(key, (None, None))
        seen.append((key, layer, raw))
        for match in PATTERN.finditer(raw or ""):
            if match.group(1) is not None:
                self.collect(match.group(1), seen)

    def resolve(self, key, path):
        if key in self.cache:
            return self.cache[key]
        if key in path:
            raise ConfigError(path + [key], "cycle")
        if key not in self.values:
            raise ConfigError(path + [key], "not set")
        text = self.values[key][1].replace("$$", "\0")
        match = re.search(r"\$\{([^}]*)\}", text)
        while match:
            brought = self.resolve(match.group(1), path + [key])
            text = text.replace(match.group(0), brought)
            match = re.search(r"\$\{([^}]*)\}", text)
        self.cache[key] = text.replace("\0", "$")
        return self.cache[key]
