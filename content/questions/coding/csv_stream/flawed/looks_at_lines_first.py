class Reader:
    def __init__(self, delimiter=","):
        if len(delimiter) != 1 or delimiter in '"\r\n':
            raise ValueError("delimiter")
        self.delimiter = delimiter
        self.buffer = ""
        self.first = True
        self.done = False

    def feed(self, chunk):
        if self.done:
            raise ValueError("finished")
        if chunk and self.first:
            chunk = chunk.removeprefix("\ufeff")
            self.first = False
        self.buffer += chunk
        lines = self.buffer.split("\n")
        self.buffer = lines.pop()
        return [self.split(line.removesuffix("\r")) for line in lines if line.removesuffix("\r")]

    def finish(self):
        rows = self.feed("")
        self.done = True
        if self.buffer:
            rows.append(self.split(self.buffer))
        return rows

    def split(self, line):
        fields, field, quoted, closed, i = [], "", False, False, 0
        while i < len(line):
            c = line[i]
            if quoted:
                if c == '"' and line[i + 1:i + 2] == '"':
                    field += '"'
                    i += 1
                elif c == '"':
                    quoted, closed = False, True
                else:
                    field += c
            elif c == self.delimiter:
                fields.append(field)
                field, closed = "", False
            elif closed:
                self.done = True
                raise ValueError("text after quotes")
            elif c == '"' and field == "":
                quoted = True
            else:
                field += c
            i += 1
        if quoted:
            self.done = True
            raise ValueError("open quotes")
        fields.append(field)
        return fields
